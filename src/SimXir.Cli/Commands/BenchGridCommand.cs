using System.CommandLine;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir bench grid</c>: what the grid costs beside the training.</summary>
public static class BenchGridCommand
{
    public static Command Create()
    {
        var rounds = NumberOptions.Whole("--rounds", "Rounds that compute nothing", 10_000, most: 100_000);
        var slots = NumberOptions.Whole("--slots", "Slots that take them", 16, most: 1000);
        var store = new Option<string?>("--store") { Description = "Where they are kept, and left: a store for nothing else; without it, a directory that is deleted afterwards", HelpName = "STORE" };
        var dashboard = new Option<bool>("--dashboard") { Description = "With what Orleans' dashboard counts, as the silos of a cluster have it" };
        var json = CommonOptions.Json();
        var command = new Command("grid", "Time rounds that compute nothing through the real grains and store") { rounds, slots, store, dashboard, json };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var count = parsed.GetValue(rounds);
            if (count % 2 != 0) throw new InputException($"--rounds {count} is odd, but every second round evaluates the one before; use {count + 1}");
            var options = new GridBenchOptions { Rounds = count, Slots = parsed.GetValue(slots), Store = parsed.GetValue(store), Dashboard = parsed.GetValue(dashboard) };
            return BenchCommand.Print(await GridBench.RunAsync(options, cancellation), parsed.GetValue(json));
        });
        return command;
    }
}
