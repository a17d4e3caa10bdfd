namespace SimXir.Method;

/// <summary>What <see cref="KnnBench"/> measures; the defaults are CIFAR's sizes with ResNet-18's features.</summary>
public sealed record KnnBenchOptions
{
    public int Bank { get; init; } = 50_000;

    public int Queries { get; init; } = 10_000;

    public int Dimensions { get; init; } = 512;

    public int K { get; init; } = 21;

    public KnnMetric Metric { get; init; } = KnnMetric.Both;

    public int Threads { get; init; } = 1;

    /// <summary>How many times each of the two is timed.</summary>
    public int Pairs { get; init; } = 5;
}
