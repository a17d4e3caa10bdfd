using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class BackboneImportTests
{
    [Fact]
    public void Take_WholeBackbone_IsWhatABackboneLoads()
    {
        var import = Take(Checkpoints.File(Checkpoints.Backbone("module.", Checkpoints.Small, first: 0.5f)));
        Assert.Equal(0, import.Converted);
        using var backbone = BackboneFactory.Build(Checkpoints.Small, seed: 0, CPU);
        ModuleState.Load(backbone, SafetensorsReader.Read(SafetensorsWriter.Write(import.Weights)).Tensors, "the import");
        Assert.Equal(0.5f, backbone.state_dict()["conv1.weight"].flatten()[0].item<float>());
        Assert.Equal("pt", import.Weights.Metadata["format"]);
    }

    [Fact]
    public void Take_OtherTypes_AreConvertedToFloats()
    {
        using var scope = NewDisposeScope();
        var tensors = Checkpoints.Backbone("", Checkpoints.Small);
        var values = tensor(new[] { 1.5f, -0.0625f });
        (string Name, ScalarType Type)[] others = [("bn1.weight", ScalarType.Float16), ("bn1.bias", ScalarType.BFloat16), ("bn1.running_mean", ScalarType.Float64)];
        foreach (var (name, type) in others) tensors[name] = StoredTensor.Copy(values.to(type), name);
        tensors["bn1.num_batches_tracked"] = StoredTensor.Copy(tensor(-7, ScalarType.Int32), "n");
        var import = Take(Checkpoints.File(tensors));
        Assert.Equal(4, import.Converted);
        Assert.All(others, other => Assert.True(import.Weights.Tensors[other.Name].ToTensor().equal(values).all().item<bool>(), other.Name));
        Assert.Equal(-7, import.Weights.Tensors["bn1.num_batches_tracked"].ToTensor().item<long>());
    }

    [Fact]
    public void Take_CountersThatOldPyTorchDidNotWrite_StartFromZero()
    {
        var old = Checkpoints.Backbone("", Checkpoints.Small).Where(pair => !pair.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal)).ToDictionary();
        var import = Take(Checkpoints.File(old));
        Assert.Equal((100, 20, 120), (import.Found.Used.Length, import.Found.Uncounted.Length, import.Weights.Tensors.Count));
        Assert.Equal(0, import.Weights.Tensors["bn1.num_batches_tracked"].ToTensor().item<long>());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Take_NumbersThatAreNone_AreRefused(float value) => Assert.Equal(
        "'x.conv1.weight' has 1 elements of 54 that are infinite or no numbers",
        Refused(Checkpoints.File(Checkpoints.Backbone("x.", Checkpoints.Small, value))));

    [Fact]
    public void Take_NoBackbone_SaysWhatWasLookedFor() => Assert.Equal(
        "none of its 1 tensors looks like the stem of a ResNet: a 'conv1.weight' of shape [width, 3, 3, 3] or [width, 3, 7, 7] beside a 'layer1.0.conv1.weight'",
        Refused(Checkpoints.File([Checkpoints.Floats("fc.weight", 2, 3)])));

    [Theory]
    [InlineData("checkpoint_zip.pth")]
    [InlineData("checkpoint_legacy.pth")]
    public void Take_PythonsPartOfABackbone_IsRefusedWithNumbers(string name) => Assert.StartsWith(
        "under 'state_dict/backbone.' there should be a resnet18 of width 64 with the imagenet stem, but 85 of the 100 tensors that it needs are missing: layer1.1.conv1.weight, ",
        Refused(CheckpointFile.Read(SharedFolder.Require("reference", name)).Content),
        StringComparison.Ordinal);

    private static BackboneImport Take(TensorFile file) => BackboneImport.Take(new CheckpointFile("small.pth", CheckpointFormat.PyTorchZip, file, 0, ""));

    private static string Refused(TensorFile file) => Assert.Throws<CheckpointException>(() => Take(file)).Message;
}
