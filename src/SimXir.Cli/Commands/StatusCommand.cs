using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Cli;

/// <summary><c>simxir status</c>: where a sweep stands, by its store.</summary>
public static class StatusCommand
{
    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var (source, json) = (new SweepSource(), CommonOptions.Json());
        var command = new Command("status", "Show where a sweep stands") { sweep };
        source.AddTo(command);
        command.Add(json);
        command.SetGuarded((parsed, cancellation) => source.ReadAsync(
            parsed,
            async reading =>
            {
                var status = await reading.StatusAsync(Names.Sweep(parsed.GetValue(sweep)!), cancellation);
                Console.Out.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(status, CorridorJson.Options) + Environment.NewLine : StatusText.Of(status));
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
