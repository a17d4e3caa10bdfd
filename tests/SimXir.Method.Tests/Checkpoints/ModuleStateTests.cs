using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ModuleStateTests
{
    [Fact]
    public void Load_CopyOfAnother_MakesThemEqual()
    {
        using var from = Encoder(1);
        using var to = Encoder(2);
        ModuleState.Load(to, ModuleState.Copy(from), "another");
        Assert.Equal(SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(from))), SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(to))));
    }

    [Fact]
    public void Load_StateThatDoesNotFit_NamesEveryFaultAndChangesNothing()
    {
        using var encoder = Encoder(1);
        var before = SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(encoder)));
        var state = ModuleState.Copy(encoder).Remove("bn1.bias").Add("fc.bias", new StoredTensor(ElementType.F32, [1], new byte[4]))
            .SetItem("bn1.weight", new StoredTensor(ElementType.F32, [5], new byte[20]));
        var fault = Assert.Throws<CheckpointException>(() => ModuleState.Load(encoder, state, "the parent's encoder"));
        Assert.Equal(
            "the parent's encoder does not fit: 'bn1.bias' is missing; 'fc.bias' is not known; 'bn1.weight' has shape [5] and type F32, wanted are [4] and Float32",
            fault.Message);
        Assert.Equal(before, SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(encoder))));
    }

    private static Backbone Encoder(int seed) => BackboneFactory.Build(new BackboneSpec { Width = 4 }, seed, CPU);
}
