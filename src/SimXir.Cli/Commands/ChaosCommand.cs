using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir chaos</c>: runs a sweep on a cluster of this machine's own while it is hurt, and counts what was lost, doubled or redone.</summary>
public static class ChaosCommand
{
    public static Command Create()
    {
        var spec = new Argument<string>("SPEC") { Description = $"A YAML file, or a built-in spec: {string.Join(", ", BuiltInSpecs.Names)}" };
        var kill = new Option<string>("--kill") { Description = "Whom: worker, silo (control), store, or all of them, and Redis too", DefaultValueFactory = _ => "all" };
        kill.AcceptOnlyFromAmong("worker", "silo", "store", "all");
        var every = NumberOptions.Seconds("--every", "Seconds from one fault to the next", 20, least: 1);
        var seed = new Option<int?>("--seed") { Description = "Draws the faults; left out, the clock chooses one, which is told", HelpName = "N" };
        var (workers, store, data, json) = (NumberOptions.Cores("--workers", "Training silos at a time; they divide the cores", Math.Min(2, Environment.ProcessorCount)), CommonOptions.Store(), CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("chaos", "Run a sweep under faults, and count what was lost, doubled or redone") { spec, kill, every, seed, workers, store, data, json };
        command.SetGuarded((parsed, _) => RunAsync(
            new ChaosOptions
            {
                Program = Environment.ProcessPath ?? throw new InputException("this program does not know its own path, so it cannot start silos; run the built simxir itself"),
                Loaded = SpecSource.Load(parsed.GetValue(spec)!),
                Store = parsed.GetValue(store)!,
                DataFolder = parsed.GetValue(data),
                Kill = Enum.Parse<ChaosKind>(parsed.GetValue(kill)!, ignoreCase: true),
                Every = TimeSpan.FromSeconds(parsed.GetValue(every)),
                Seed = parsed.GetValue(seed) ?? (int)(TimeProvider.System.GetTimestamp() % int.MaxValue),
                Workers = parsed.GetValue(workers),
                Threads = Math.Max(1, Environment.ProcessorCount / parsed.GetValue(workers)),
            },
            parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(ChaosOptions options, bool json)
    {
        using var interrupt = new Interrupt();
        var progress = json ? Console.Error : Console.Out;
        try
        {
            var report = await ChaosRun.RunAsync(options, line => progress.WriteLine(line), interrupt.Token);
            Console.Out.Write(json ? JsonSerializer.Serialize(report, CorridorJson.Options) + Environment.NewLine : TextOf(report));
            return report.Invariants.IsSound ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped; nothing is lost: the same command, or 'simxir run' with the same spec and store, goes on.");
            return ExitCode.Interrupted;
        }
    }

    private static string TextOf(ChaosReport report)
    {
        var held = report.Invariants;
        return string.Create(CultureInfo.InvariantCulture, $"""

            {CountText.Of(report.Faults, "fault")} (seed {report.Seed}), {CountText.Of(held.Attempts, "attempt")} at {CountText.Of(held.Rounds, "round")}
              cells completed                    {held.CellsCompleted} of {held.Cells}
              rounds committed                   {held.RoundsCommitted} of {held.Rounds}
              rounds committed twice             {held.RoundsCommittedTwice}
              finished rounds run again          {held.RoundsRunAgain}
              rounds with lost or damaged parts  {held.RoundsDamaged}
              rounds that 'why' cannot explain   {held.RoundsUnexplained}
              training redone                    {held.Ledger.RedoneSeconds:0.0} s of {held.Ledger.UsefulSeconds:0.0} s
            {(held.IsSound ? "Nothing was lost or doubled, and nothing that was done was done again." : "This must not be. Please report it, with the seed.")}

            """);
    }
}
