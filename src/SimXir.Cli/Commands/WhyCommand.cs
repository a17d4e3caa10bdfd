using System.CommandLine;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir why</c>: the causal log of a sweep, an experiment or a cell.</summary>
public static class WhyCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]") { Description = "What to explain, such as mini/cifar10/simsiam/0/simxir" };
        var store = CommonOptions.Store();
        var command = new Command("why", "Explain what happened to a sweep or a cell, and because of what") { target, store };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var reading = await StoreReading.OpenAsync(parsed.GetValue(store)!, cancellation);
            foreach (var line in await reading.WhyAsync(Names.Cell(parsed.GetValue(target)!), cancellation)) Console.Out.WriteLine(line);
            return ExitCode.Done;
        });
        return command;
    }
}
