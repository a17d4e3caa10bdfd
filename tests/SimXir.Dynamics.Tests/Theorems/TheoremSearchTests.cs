using System.Collections.Immutable;

namespace SimXir.Dynamics.Tests;

public sealed class TheoremSearchTests
{
    private const int Seed = 3;
    private static readonly Lazy<ImmutableArray<ClaimResult>> Results = new(() => TheoremSearch.Run(300, Seed));

    public static TheoryData<string> Held =>
    [
        "contraction-step", "contraction-strict-shared", "contraction-strict-strides", "contraction-limit",
        "alienation-hulls-floor", "alienation-nearest-step", "alienation-line-step", "alienation-line-strict-strides",
        "means-equal", "means-weighted",
        "sphere-contraction-hemisphere-limit", "sphere-contraction-circle-step", "sphere-contraction-cosines-step",
        "sphere-contraction-cosines-strict-shared", "sphere-contraction-cosines-strict-strides", "sphere-contraction-cosines-limit",
        "sphere-alienation-plane-floor", "sphere-alienation-circle-step", "sphere-alienation-circle-strict-strides",
    ];

    /// <summary>With the points of the smallest counterexample.</summary>
    public static TheoryData<string, int> Refuted => new()
    {
        { "contraction-strict-step", 4 },
        { "alienation-strict-step", 3 },
        { "alienation-step", 3 },
        { "alienation-limit", 3 },
        { "alienation-apart", 3 },
        { "alienation-hulls-step", 3 },
        { "alienation-line-strict-step", 4 },
        { "means-exact", 3 },
        { "means-near", 3 },
        { "sphere-means-near", 3 },
        { "sphere-means-equal", 4 },
        { "sphere-contraction-strict-step", 4 },
        { "sphere-contraction-step", 3 },
        { "sphere-contraction-limit", 5 },
        { "sphere-contraction-hemisphere-step", 4 },
        { "sphere-contraction-cosines-strict-step", 4 },
        { "sphere-alienation-strict-step", 3 },
        { "sphere-alienation-step", 3 },
        { "sphere-alienation-limit", 3 },
        { "sphere-alienation-apart", 3 },
        { "sphere-alienation-cosines-step", 3 },
        { "sphere-alienation-plane-step", 3 },
        { "sphere-alienation-circle-strict-step", 4 },
    };

    [Theory]
    [MemberData(nameof(Held))]
    public void Run_WhatIsProved_HoldsInEveryOfManyCases(string name)
    {
        var result = Of(name);

        Assert.True(result.Example is null, $"seed {Seed}: {result.Example?.What}: {result.Example?.Case.Describe()}");
        Assert.Equal(result.Cases, result.Held);
        Assert.True(result.Cases >= 30, $"only {result.Cases} cases met the conditions");
        Assert.Equal(result.Condition is null ? Verdict.Holds : Verdict.HoldsUnder, result.Verdict);
    }

    [Theory]
    [MemberData(nameof(Refuted))]
    public void Run_WhatIsWrong_HasASmallCounterexample(string name, int points)
    {
        var result = Of(name);

        Assert.Equal(Verdict.Fails, result.Verdict);
        Assert.True(result.Held < result.Cases);
        Assert.True(result.Example!.Case.Points <= points, $"seed {Seed}: {result.Example.Case.Describe()}");
    }

    [Fact]
    public void Run_EveryClaim_IsOneOfThese() => Assert.Equal(
        Results.Value.Select(result => result.Name).Order(StringComparer.Ordinal),
        Held.Select(row => row.Data).Concat(Refuted.Select(row => row.Data.Item1)).Order(StringComparer.Ordinal));

    [Fact]
    public void Run_AnyNumberOfThreads_FindsTheSame() => Assert.Equal(Told(1), Told(4));

    [Fact]
    public void Run_NoRandomCase_RefutesByTheKnownOnesAlone() => Assert.All(
        ["contraction-strict-step", "alienation-step", "alienation-hulls-step", "means-near", "sphere-contraction-limit", "sphere-contraction-hemisphere-step", "sphere-alienation-apart"],
        name => Assert.Equal(Verdict.Fails, TheoremSearch.Run(0, Seed, cancellation: TestContext.Current.CancellationToken).Single(result => result.Name == name).Verdict));

    private static ClaimResult Of(string name) => Results.Value.Single(result => result.Name == name);

    private static IEnumerable<string> Told(int threads) => TheoremSearch.Run(20, Seed, threads, TestContext.Current.CancellationToken)
        .Select(result => $"{result.Name} {result.Held} of {result.Cases} {result.Example?.What} {result.Example?.Case.Describe()}");
}
