namespace SimXir.Cli.Tests;

/// <summary>The specs of these tests: as small as each test can be.</summary>
public static class Spec
{
    /// <summary>Three pretraining blocks of 48 steps (see <see cref="StepsOfBlock"/>) on images that ship with the program, and both kinds of cells.</summary>
    public const string Blocks = """
        name: blocks
        datasets: [fashion-mnist-sample]
        methods: [simsiam]
        seeds: [0]
        treatments: [baseline, simxir]
        backbone: { arch: resnet18, width: 16, stem: cifar, maxPool: true }
        pretrain: { epochs: 18, batch: 64, blockEpochs: 6 }
        finetune: { epochs: 1, rounds: 1, batch: 64 }
        evaluate: { knn: [5], linear: [converged] }
        subset: { train: 512, test: 128 }
        precision: fp32

        """;

    public const int StepsOfBlock = 48;

    /// <summary>One short block and its evaluation.</summary>
    public const string Tiny = """
        name: tiny
        datasets: [fashion-mnist-sample]
        methods: [simsiam]
        seeds: [0]
        treatments: [baseline]
        backbone: { arch: resnet18, width: 16, stem: cifar, maxPool: true }
        pretrain: { epochs: 1, batch: 64, blockEpochs: 1 }
        evaluate: { knn: [5], linear: [converged] }
        subset: { train: 256, test: 128 }
        precision: fp32

        """;

    /// <summary>The baseline of <see cref="Blocks"/>, and a fine-tuning of it, from its weights as import <c>mine</c>.</summary>
    public static string FromImport { get; } = Blocks
        .Replace("name: blocks", "name: tuned", StringComparison.Ordinal)
        .Replace("{ epochs: 18, batch: 64, blockEpochs: 6 }", "{ from: mine }", StringComparison.Ordinal);

    /// <summary>The three stand-in datasets, in the size that the project promises to show.</summary>
    public const string RealData = """
        name: real
        datasets: [cifar10, cifar100, svhn]
        methods: [simsiam]
        seeds: [0, 1]
        treatments: [baseline, simxir, variant]
        backbone: { arch: resnet18, width: 16, stem: cifar, maxPool: true }
        pretrain: { epochs: 2, batch: 64, blockEpochs: 1 }
        finetune: { epochs: 2, rounds: 1, batch: 64 }
        evaluate: { knn: [5, 11], linear: [converged] }
        subset: { train: 1000, test: 500 }
        precision: auto

        """;

    /// <summary>Writes a spec into a folder; its path.</summary>
    public static string WriteTo(string folder, string text, string name = "spec.yaml")
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
