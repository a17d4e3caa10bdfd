using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Cli;

/// <summary><c>simxir pause</c>, <c>resume</c> and <c>cancel</c>: orders to a sweep, whoever drives it.</summary>
public static class OrderCommand
{
    public static Command Pause() => Create("pause", SweepOrder.Pause, "Pause a sweep: its rounds checkpoint and give their slots back");

    public static Command Resume() => Create("resume", SweepOrder.Run, "Let a paused sweep go on from its checkpoints");

    public static Command Cancel() => Create("cancel", SweepOrder.Cancel, "Give a sweep up; what it has trained is kept");

    private static Command Create(string name, SweepOrder order, string description)
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var (source, json) = (new SweepSource(), CommonOptions.Json());
        var command = new Command(name, description) { sweep };
        source.AddTo(command);
        command.Add(json);
        command.SetGuarded((parsed, cancellation) => source.ControlAsync(
            parsed,
            async control =>
            {
                var reply = await control.OrderAsync(Names.Sweep(parsed.GetValue(sweep)!), order, cancellation);
                Console.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(reply, CorridorJson.Options) : reply.Message);
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
