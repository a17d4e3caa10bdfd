using System.CommandLine;
using System.Globalization;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir submit</c>: hands a spec to a cluster, or puts it into a store for whoever works on it, and returns at once.</summary>
public static class SubmitCommand
{
    public static Command Create()
    {
        var spec = new Argument<string>("SPEC") { Description = $"A YAML file, or a built-in spec: {string.Join(", ", BuiltInSpecs.Names)}" };
        var (source, data) = (new SweepSource(), CommonOptions.Data());
        var command = new Command("submit", "Hand a sweep to a cluster, or put it into a store") { spec };
        source.AddTo(command);
        command.Add(data);
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var loaded = SpecSource.Load(parsed.GetValue(spec)!);
            if (await SubmitAsync(source, parsed, data, loaded, cancellation) is { } submission)
            {
                Console.Out.WriteLine($"{Named(submission)}; it {Begins(submission.Reply)}. Follow it: simxir watch {submission.Sweep}");
            }
            else
            {
                var stored = await LocalSubmission.SubmitAsync(loaded, source.StoreOf(parsed), parsed.GetValue(data), cancellation);
                var begin = stored.Reply == SubmitReply.Started ? "is in the store now" : "was in the store already";
                Console.Out.WriteLine($"{Named(stored)}; it {begin}. A cluster that works on this store takes it up within half a minute; without one: simxir run {parsed.GetValue(spec)}");
            }
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A cluster reads datasets from its store, not from this machine.</summary>
    private static async Task ShareAsync(SweepSource source, ParseResult parsed, Option<string?> data, LoadedSpec loaded, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(data);
        var store = source.NamedStoreOf(parsed);
        if (folder is not null && store is not null) await LocalSubmission.ShareAsync(loaded, store, folder, cancellation);
        else if (parsed.GetResult(data) is { Implicit: false })
            throw new InputException($"--data {folder}: a cluster takes datasets from its store, so that must be named too: --store STORE (or SIMXIR_STORE), or put them there first: simxir data push NAME --data {folder} --store STORE");
    }

    /// <summary>Null where neither a grid nor a cluster is named.</summary>
    private static async Task<Submission?> SubmitAsync(SweepSource source, ParseResult parsed, Option<string?> data, LoadedSpec loaded, CancellationToken cancellation)
    {
        using var grid = source.GridOf(parsed);
        var cluster = grid is null ? source.ClusterOf(parsed) : null;
        if (grid is null && cluster is null) return null;
        await ShareAsync(source, parsed, data, loaded, cancellation);
        if (grid is not null) return await grid.SubmitAsync(loaded, cancellation);
        await using var client = await ClusterClient.ConnectAsync(cluster!, cancellation);
        return await client.SubmitAsync(loaded);
    }

    private static string Named(Submission submission) =>
        string.Create(CultureInfo.InvariantCulture, $"Sweep {submission.Sweep}: {CountText.Of(submission.Experiments, "experiment")}, {CountText.Of(submission.Cells, "cell")}");

    private static string Begins(SubmitReply reply) => reply switch
    {
        SubmitReply.Resumed => "was submitted before and goes on",
        SubmitReply.Repeated => "was done before: what the store holds is verified and served",
        SubmitReply.Restarted => "had been cancelled and starts again from its checkpoints",
        SubmitReply.Paused => "is paused",
        _ => "starts",
    };
}
