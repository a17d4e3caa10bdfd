using System.CommandLine;
using System.Globalization;

namespace SimXir.Cli;

/// <summary><c>simxir why</c>: where a sweep, an experiment or a cell stands and because of what, then its causal log.</summary>
public static class WhyCommand
{
    /// <summary>So many lines of the log leave the answer above them on the screen.</summary>
    private const int Newest = 12;

    public static Command Create()
    {
        var target = new Argument<string>("SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]") { Description = "What to explain, such as mini/cifar10/simsiam/0/simxir" };
        var source = new SweepSource();
        var log = new Option<bool>("--log") { Description = "Show the whole causal log, not only its newest lines" };
        var command = new Command("why", "Explain what happened to a sweep or a cell, and because of what") { target };
        source.AddTo(command);
        command.Add(log);
        command.SetGuarded((parsed, cancellation) => source.ReadAsync(
            parsed,
            async reading =>
            {
                var address = Names.Cell(parsed.GetValue(target)!);
                var story = await reading.WhyAsync(address, cancellation);
                foreach (var line in await reading.AnswerAsync(address, cancellation)) Console.Out.WriteLine(line);
                var hidden = parsed.GetValue(log) ? 0 : Math.Max(0, story.Count - Newest);
                Console.Out.WriteLine(hidden == 0 ? "What happened:" : string.Create(CultureInfo.InvariantCulture, $"What happened last ('--log' shows {hidden} earlier lines):"));
                foreach (var line in story.Skip(hidden)) Console.Out.WriteLine($"  {line}");
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
