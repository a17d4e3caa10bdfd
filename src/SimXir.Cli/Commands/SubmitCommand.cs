using System.CommandLine;
using System.Globalization;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir submit</c>: hands a spec to a cluster, and returns at once.</summary>
public static class SubmitCommand
{
    public static Command Create()
    {
        var spec = new Argument<string>("SPEC") { Description = $"A YAML file, or a built-in spec: {string.Join(", ", BuiltInSpecs.Names)}" };
        var cluster = CommonOptions.Cluster();
        var command = new Command("submit", "Hand a sweep to a cluster") { spec, cluster };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var loaded = SpecSource.Load(parsed.GetValue(spec)!);
            var address = Names.Cluster(parsed.GetValue(cluster)
                ?? throw new InputException($"a sweep is submitted to a cluster; give --cluster {ClusterAddress.Form}, or run it in this process: simxir run {parsed.GetValue(spec)}"));
            await using var client = await ClusterClient.ConnectAsync(address, cancellation);
            Console.Out.WriteLine(TextOf(await client.SubmitAsync(loaded)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string TextOf(Submission submission)
    {
        var begin = submission.Reply switch
        {
            SubmitReply.Resumed => "was submitted before and goes on",
            SubmitReply.Repeated => "was done before: what the store holds is verified and served",
            _ => "starts",
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"Sweep {submission.Sweep}: {submission.Experiments} experiments, {submission.Cells} cells; it {begin}. Follow it: simxir watch {submission.Sweep}");
    }
}
