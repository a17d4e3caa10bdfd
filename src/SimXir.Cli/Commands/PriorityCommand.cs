using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Cli;

/// <summary><c>simxir priority</c>: a sweep's place among others.</summary>
public static class PriorityCommand
{
    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var priority = new Argument<int>("N") { Description = "-100 to 100; 0 unless the spec says otherwise; higher goes first", CustomParser = Priority };
        var weight = new Option<double?>("--weight") { Description = "Its share of slot time among sweeps of one priority, 0.1 to 100", HelpName = "W", CustomParser = Weight };
        var preempt = new Option<bool?>("--preempt") { Description = "Make running rounds of a lower priority checkpoint and give their slots back" };
        var (source, json) = (new SweepSource(), CommonOptions.Json());
        var command = new Command("priority", "Serve a sweep before or after others") { sweep, priority, weight, preempt };
        source.AddTo(command);
        command.Add(json);
        command.SetGuarded((parsed, cancellation) => source.ControlAsync(
            parsed,
            async control =>
            {
                var wish = new ServiceWish(parsed.GetValue(priority), parsed.GetValue(weight), parsed.GetValue(preempt));
                var reply = await control.ServeAsync(Names.Sweep(parsed.GetValue(sweep)!), wish, cancellation);
                Console.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(reply, CorridorJson.Options) : reply.Message);
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static int Priority(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is >= -100 and <= 100) return value;
        result.AddError($"priority '{text}' is out of range; allowed are -100 to 100");
        return 0;
    }

    private static double? Weight(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0.1 and <= 100) return value;
        result.AddError($"--weight '{text}' is out of range; allowed are 0.1 to 100");
        return null;
    }
}
