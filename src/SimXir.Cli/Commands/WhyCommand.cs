using System.CommandLine;

namespace SimXir.Cli;

/// <summary><c>simxir why</c>: the causal log of a sweep, an experiment or a cell.</summary>
public static class WhyCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]") { Description = "What to explain, such as mini/cifar10/simsiam/0/simxir" };
        var source = new SweepSource();
        var command = new Command("why", "Explain what happened to a sweep or a cell, and because of what") { target };
        source.AddTo(command);
        command.SetGuarded((parsed, cancellation) => source.ReadAsync(
            parsed,
            async reading =>
            {
                foreach (var line in await reading.WhyAsync(Names.Cell(parsed.GetValue(target)!), cancellation)) Console.Out.WriteLine(line);
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
