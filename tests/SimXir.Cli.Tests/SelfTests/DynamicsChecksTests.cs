using System.Collections.Immutable;
using SimXir.Method;

namespace SimXir.Cli.Tests;

public sealed class DynamicsChecksTests
{
    [Fact]
    public void Run_BuiltInVectors_ChecksBothDynamicsAtEachStep()
    {
        var checks = Run(ReferenceFolder.BuiltIn);

        Assert.Equal(
            ["dynamics/mean.1", "dynamics/mean.10", "dynamics/mean.500", "dynamics/sphere.1", "dynamics/sphere.10", "dynamics/sphere.500"],
            checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.True(check.Passed, check.ToString()));
    }

    [Theory]
    [InlineData("mean.10")]
    [InlineData("sphere.500")]
    public void Run_OneResultWrong_FailsThatCheckAlone(string tensor)
    {
        using var vectors = new Vectors();
        vectors.Negate("dynamics", tensor);

        var failed = Assert.Single(Run(ReferenceFolder.At(vectors.Path)), check => !check.Passed);

        Assert.Equal($"dynamics/{tensor}", failed.Name);
    }

    [Fact]
    public void Run_OtherRadius_IsUsed()
    {
        using var vectors = new Vectors();
        vectors.Change("dynamics", file => file with { Metadata = file.Metadata.SetItem("eps", "0.1") });

        Assert.All(Run(ReferenceFolder.At(vectors.Path)), check => Assert.False(check.Passed, check.ToString()));
    }

    private static ImmutableArray<SelfTestCheck> Run(ReferenceFolder folder) => Assert.Single(SelfTest.Run(folder, [new DynamicsChecks()])).Checks;
}
