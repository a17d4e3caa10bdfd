using SimXir.Host;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>A worker on which every round fails, beside a good one.</summary>
[Trait("Runs", "beside others")]
public sealed class QuarantineTests
{
    private const int Images = 128;
    private const int ImageBytes = 3073;

    private const string Four = """
        name: cluster
        datasets: [cifar10]
        methods: [moco, simclr, byol, simsiam]
        seeds: [0]
        treatments: [baseline]
        backbone: { arch: resnet18, width: 16, stem: cifar, maxPool: true }
        pretrain: { epochs: 4, batch: 64, blockEpochs: 2 }
        evaluate: { knn: [5], linear: [converged] }
        precision: fp32

        """;

    [Fact]
    public async Task Worker_WhoseEveryRoundFails_IsQuarantined_AndTheSweepEndsOnTheOthers()
    {
        using var folder = new TempDirectory();
        var (good, empty) = (folder.Combine("good"), folder.Combine("empty"));
        Directory.CreateDirectory(empty);
        await WriteCifarAsync(Path.Combine(good, "cifar-10-batches-bin"));
        await using var sweep = await ClusterSweep.StartAsync(control: 1, workers: 1, spec: Four, data: good);
        await sweep.UntilTrainingAsync();

        await File.WriteAllTextAsync(sweep.Rig.CacheFolder, "", TestContext.Current.CancellationToken); // a file where a folder must be: the store's data cannot come here
        var bad = sweep.Rig.Start(SiloRole.Gpu, empty);
        await bad.Process.UntilSaidAsync("is in quarantine and gets no more work: 3 different rounds in a row failed on it", TimeSpan.FromMinutes(1));

        var report = await sweep.EndAsync();
        Assert.Equal((4, 12, 15), (report.Cells, report.Rounds, report.Attempts));
    }

    private static async Task WriteCifarAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, seed) in ((string, int)[])[("data_batch_1.bin", 1), ("test_batch.bin", 2)]) await File.WriteAllBytesAsync(Path.Combine(folder, name), Batch(seed));
    }

    /// <summary>Noise, in ten classes.</summary>
    private static byte[] Batch(int seed)
    {
        var bytes = new byte[Images * ImageBytes];
        new Random(seed).NextBytes(bytes);
        for (var image = 0; image < Images; image++) bytes[image * ImageBytes] = (byte)(image % 10);
        return bytes;
    }
}
