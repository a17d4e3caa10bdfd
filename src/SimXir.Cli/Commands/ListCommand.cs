using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir list</c>: the sweeps of a store.</summary>
public static class ListCommand
{
    public static Command Create()
    {
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("list", "List the sweeps of a store") { store, json };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var reading = await StoreReading.OpenAsync(parsed.GetValue(store)!, cancellation);
            var sweeps = await reading.ListAsync(cancellation);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(new { sweeps }, CorridorJson.Options));
            else if (sweeps.Count == 0)
                Console.Out.WriteLine($"No sweep in {reading.Description}.");
            else
                foreach (var sweep in sweeps) Console.Out.WriteLine($"{sweep.Sweep,-32} {sweep.State,-10} {sweep.CellsDone}/{sweep.Cells} cells");
            return ExitCode.Done;
        });
        return command;
    }
}
