using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>One undisturbed run of <see cref="Text"/> in one process: what every disturbed one must end with, byte for byte.</summary>
public sealed class UndisturbedSweep : IDisposable
{
    /// <summary>One torch thread, as each worker of a cluster on this machine has.</summary>
    public const string Text = """
        name: cluster
        datasets: [fashion-mnist-sample]
        methods: [simsiam]
        seeds: [0]
        treatments: [baseline, simxir]
        backbone: { arch: resnet18, width: 16, stem: cifar, maxPool: true }
        pretrain: { epochs: 27, batch: 64, blockEpochs: 9 }
        finetune: { epochs: 1, rounds: 1, batch: 64 }
        evaluate: { knn: [5], linear: [converged] }
        subset: { train: 512, test: 128 }
        precision: fp32

        """;

    private readonly TempDirectory _folder = new();
    private readonly Lazy<Task<SimXirResult>> _run;

    public UndisturbedSweep() => _run = new(RunAsync);

    /// <summary>Each cell's <c>weights</c>, by treatment.</summary>
    public async Task<IReadOnlyDictionary<string, string>> WeightsAsync() => Cells.WeightsOf((await _run.Value).Output);

    public void Dispose() => _folder.Dispose();

    private async Task<SimXirResult> RunAsync()
    {
        var result = await SimXirProcess.RunAsync("run", Spec.WriteTo(_folder.Path, Text), "--store", _folder.Combine("store"), "--threads", "1", "--json");
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }
}
