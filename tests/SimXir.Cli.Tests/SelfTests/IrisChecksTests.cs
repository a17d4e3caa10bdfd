using System.Collections.Immutable;
using SimXir.Method;

namespace SimXir.Cli.Tests;

public sealed class IrisChecksTests
{
    private const string Accuracies = "accuracy_after_t_steps";

    [Fact]
    public void Run_BuiltInVectors_ChecksEachStepForEquality()
    {
        var checks = Run(ReferenceFolder.BuiltIn);

        Assert.Equal(Enumerable.Range(0, 51).Select(t => new SelfTestCheck($"iris/accuracy.{t}", 0, 0, true)), checks);
    }

    [Fact]
    public void Run_OneAccuracyWrong_FailsThatCheckAlone()
    {
        using var vectors = new Vectors();
        vectors.Change("iris", file => file with { Metadata = file.Metadata.SetItem(Accuracies, """{"27": 0.9666, "0": 0.8933}""") });

        var checks = Run(ReferenceFolder.At(vectors.Path));

        Assert.Equal([("iris/accuracy.0", null), ("iris/accuracy.27", "element 0 is 0.9667, expected is 0.9666")], checks.Select(check => (check.Name, check.Fault)));
    }

    [Theory]
    [InlineData("{}", "iris.safetensors has no step in 'accuracy_after_t_steps'")]
    [InlineData("""{"-1": 0.5}""", "iris.safetensors has no step in 'accuracy_after_t_steps'")]
    [InlineData("[1]", "iris.safetensors has a broken 'accuracy_after_t_steps': ")]
    public void Run_UnreadableAccuracies_AreRefused(string text, string message)
    {
        using var vectors = new Vectors();
        vectors.Change("iris", file => file with { Metadata = file.Metadata.SetItem(Accuracies, text) });

        Assert.StartsWith(message, Assert.Throws<ReferenceException>(() => Run(ReferenceFolder.At(vectors.Path))).Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<SelfTestCheck> Run(ReferenceFolder folder) => Assert.Single(SelfTest.Run(folder, [new IrisChecks()])).Checks;
}
