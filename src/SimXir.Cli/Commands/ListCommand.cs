using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Cli;

/// <summary><c>simxir list</c>: the sweeps of a store.</summary>
public static class ListCommand
{
    public static Command Create()
    {
        var (source, json) = (new SweepSource(), CommonOptions.Json());
        var command = new Command("list", "List the sweeps of a store");
        source.AddTo(command);
        command.Add(json);
        command.SetGuarded((parsed, cancellation) => source.ReadAsync(
            parsed,
            async reading =>
            {
                var sweeps = await reading.ListAsync(cancellation);
                if (parsed.GetValue(json))
                    Console.Out.WriteLine(JsonSerializer.Serialize(new { sweeps }, CorridorJson.Options));
                else if (sweeps.Count == 0)
                    Console.Out.WriteLine($"No sweep in {reading.Description}.");
                else
                    foreach (var sweep in sweeps) Console.Out.WriteLine($"{sweep.Sweep,-32} {sweep.State,-10} {sweep.CellsDone}/{sweep.Cells} cells");
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
