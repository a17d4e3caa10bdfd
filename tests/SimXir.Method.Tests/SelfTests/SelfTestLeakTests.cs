using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

[Collection(nameof(LeakTests))]
public sealed class SelfTestLeakTests
{
    [Fact]
    public void Run_BuiltInVectors_LeavesNoTensorBehind()
    {
        // The tensor that a parameter was made of is counted for ever: see LeakTests.
        const int RegressionParameters = 4;
        var takenOver = 2 * ParametersOf("resnet18") + ParametersOf("resnet50") + RegressionParameters;
        Run();
        var before = Tensor.TotalCount;

        Run();

        Assert.Equal(before + takenOver, Tensor.TotalCount);
    }

    private static void Run() => Assert.All(SelfTest.Run(ReferenceFolder.BuiltIn, SelfTest.MethodChecks("cpu")), file => Assert.True(file.Passed));

    private static int ParametersOf(string arch)
    {
        using var scope = NewDisposeScope();
        using var backbone = BackboneFactory.Build(new BackboneSpec { Arch = arch, Width = 1 }, 0, CPU);
        return backbone.parameters().Count();
    }
}
