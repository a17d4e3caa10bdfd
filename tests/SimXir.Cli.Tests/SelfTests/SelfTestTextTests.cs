using SimXir.Method;

namespace SimXir.Cli.Tests;

public sealed class SelfTestTextTests
{
    private static readonly SelfTestCheck Near = new("losses/byol", 2e-6, 1e-5, true);
    private static readonly SelfTestCheck Nearer = new("losses/moco", 1e-6, 1e-6, true);
    private static readonly SelfTestCheck Far = new("losses/simxir", 0.25, 1e-5, false, "element 0 is 1.25, expected is 1: 0.25 apart, allowed are 1e-05");
    private static readonly SelfTestCheck Absent = new("losses/simclr", null, 0, false, "there is none");

    [Fact]
    public void Line_AllPassed_HasTheErrorClosestToItsTolerance() => Assert.Equal(
        "losses                2 passed, worst error 1.0e-6 of 1.0e-6 allowed (moco)", SelfTestText.Line(new SelfTestFile("losses", [Near, Nearer])));

    [Fact]
    public void Line_SomeFailed_CountsThem() => Assert.Equal(
        "losses                2 passed, 2 FAILED, worst error 2.5e-1 of 1.0e-5 allowed (simxir)",
        SelfTestText.Line(new SelfTestFile("losses", [Near, Nearer, Far, Absent])));

    [Fact]
    public void Line_ForEquality_HasNoError()
    {
        var equal = new SelfTestCheck("knn/cosine.5", 0, 0, true);

        Assert.Equal("knn                   1 passed, equal", SelfTestText.Line(new SelfTestFile("knn", [equal])));
        Assert.Equal("knn                   1 passed, 1 FAILED", SelfTestText.Line(new SelfTestFile("knn", [equal, equal with { Passed = false }])));
    }

    [Fact]
    public void Failure_AnyCheck_IsWhole() =>
        Assert.Equal("FAILED losses/simxir: element 0 is 1.25, expected is 1: 0.25 apart, allowed are 1e-05", SelfTestText.Failure(Far));

    [Fact]
    public void End_AnyOutcome_CountsAndSaysWhere()
    {
        Assert.Equal("All 2 checks passed on cpu, against the built-in vectors.", SelfTestText.End([Near, Nearer], "cpu", ReferenceFolder.BuiltIn));
        Assert.Equal("1 of 2 checks failed on cuda, against the built-in vectors.", SelfTestText.End([Near, Far], "cuda", ReferenceFolder.BuiltIn));
    }
}
