using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir status</c>: where a sweep stands, by its store.</summary>
public static class StatusCommand
{
    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("status", "Show where a sweep stands") { sweep, store, json };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var reading = await StoreReading.OpenAsync(parsed.GetValue(store)!, cancellation);
            var status = await reading.StatusAsync(Names.Sweep(parsed.GetValue(sweep)!), cancellation);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(status, CorridorJson.Options));
                return ExitCode.Done;
            }
            Console.Out.Write(StatusText.Of(status));
            return ExitCode.Done;
        });
        return command;
    }
}
