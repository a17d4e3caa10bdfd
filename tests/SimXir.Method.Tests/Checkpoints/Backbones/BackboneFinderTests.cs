using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class BackboneFinderTests
{
    [Theory]
    [InlineData("")]                                    // torchvision
    [InlineData("backbone.")]                           // mmselfsup, OpenMMLab
    [InlineData("state_dict/backbone.")]                // solo-learn: Lightning
    [InlineData("state_dict/module.encoder_q.")]        // MoCo's own
    [InlineData("state_dict/encoder_q.0.")]             // mmselfsup's MoCo
    [InlineData("module.encoder_q.")]
    [InlineData("state_dict/module.encoder.")]          // SimSiam's own
    [InlineData("model/module.")]
    [InlineData("encoder.")]
    [InlineData("encoder_q.")]
    public void Find_AnyPrefix_FindsTheBackboneAndLeavesTheRest(string prefix)
    {
        var heads = new[] { Checkpoints.Floats($"{prefix}fc.0.weight", 4, 16), Checkpoints.Floats("state_dict/module.predictor.0.weight", 4, 4), Checkpoints.Floats("optimizer/state/0/momentum_buffer", 2, 3, 3, 3) };
        var found = BackboneFinder.Find(Checkpoints.File(Checkpoints.Backbone(prefix, Checkpoints.Small), heads))!;
        Assert.Equal((prefix, Checkpoints.Small, true, 120), (found.Prefix, found.Backbone, found.IsWhole, found.Used.Length));
        Assert.Equal(heads.Select(head => head.Key).Order(StringComparer.Ordinal), found.Left);
        Assert.Null(found.Fault());
    }

    [Theory]
    [InlineData("resnet18", 64, StemKind.ImageNet, true)]
    [InlineData("resnet18", 3, StemKind.Cifar, false)]
    [InlineData("resnet50", 8, StemKind.ImageNet, true)]
    [InlineData("resnet50", 8, StemKind.Cifar, false)]
    public void Find_AnyKind_IsToldFromItsShapes(string arch, int width, StemKind stem, bool maxPool)
    {
        var spec = new BackboneSpec { Arch = arch, Width = width, Stem = stem, MaxPool = maxPool };
        Assert.Equal(spec, BackboneFinder.Find(Checkpoints.File(Checkpoints.Backbone("x.", spec)))!.Backbone);
    }

    [Theory]
    [InlineData("state_dict/backbone.", "state_dict/momentum_backbone.", "state_dict/encoder.")]    // solo-learn
    [InlineData("backbone.", "encoder_q.0.", "encoder_k.0.")]                                       // mmselfsup's MoCo
    [InlineData("backbone.", "online_net.0.", "target_net.0.")]                                     // mmselfsup's BYOL
    [InlineData("online.", "a.target.")]
    [InlineData("student.backbone.", "a.", "teacher.backbone.")]
    [InlineData("state_dict/module.", "ema/module.", "state_dict_ema/x.")]
    [InlineData("target_net.")]
    public void Find_SeveralBackbones_TakesTheTrainedOneByItsName(params string[] prefixes)
    {
        var file = Checkpoints.File([.. prefixes.Select(prefix => Checkpoints.Backbone(prefix, Checkpoints.Small))]);
        Assert.Equal(prefixes[0], BackboneFinder.Find(file)!.Prefix);
    }

    [Fact]
    public void Find_AnotherThatIsWhole_TakesIt()
    {
        var part = Checkpoints.Backbone("backbone.", Checkpoints.Small);
        part.Remove("backbone.layer4.1.bn2.bias");
        Assert.Equal("net.", BackboneFinder.Find(Checkpoints.File(part, Checkpoints.Backbone("net.", Checkpoints.Small)))!.Prefix);
    }

    [Fact]
    public void Find_PartOfABackbone_CountsAndNamesWhatIsMissingAndUnfit()
    {
        var part = Checkpoints.Backbone("m.", Checkpoints.Small).Where(pair => !pair.Key.StartsWith("m.layer4", StringComparison.Ordinal)).ToDictionary();
        part["m.bn1.bias"] = new StoredTensor(ElementType.F32, [3], new byte[12]);
        part["m.bn1.weight"] = new StoredTensor(ElementType.U8, [2], new byte[2]);
        var found = BackboneFinder.Find(Checkpoints.File(part))!;
        Assert.Equal((25, 2, 5), (found.Missing.Length, found.Unfit.Length, found.Uncounted.Length));
        Assert.Equal(
            "under 'm.' there should be a resnet18 of width 2 with the cifar stem, but 25 of the 100 tensors that it needs are missing: "
            + "layer4.0.conv1.weight, layer4.0.bn1.weight, layer4.0.bn1.bias, layer4.0.bn1.running_mean and 21 more; "
            + "2 do not fit: bn1.weight is U8 [2], not F32 [2], bn1.bias is F32 [3], not F32 [2]",
            found.Fault());
    }

    [Fact]
    public void Find_ResNetThatIsNotKnown_IsRefusedWithItsBlocks()
    {
        var spec = Checkpoints.Small;
        var resnet34 = Checkpoints.Backbone("", spec);
        resnet34["layer1.2.conv1.weight"] = resnet34["layer1.1.conv1.weight"];
        var known = "known are resnet18 with [2, 2, 2, 2] basic and resnet50 with [3, 4, 6, 3] bottleneck ones, with a stem of [1 to 512, 3, 3, 3] (cifar) or [1 to 512, 3, 7, 7] (imagenet)";
        Assert.Equal($"'conv1.weight' of shape [2, 3, 3, 3] belongs to a ResNet of [3, 2, 2, 2] basic blocks; {known}", Refused(resnet34));
        var odd = Checkpoints.Backbone("", spec);
        odd["conv1.weight"] = Checkpoints.Floats("", 2, 3, 5, 5).Value;
        Assert.Equal($"'conv1.weight' of shape [2, 3, 5, 5] belongs to a ResNet of [2, 2, 2, 2] basic blocks; {known}", Refused(odd));
        Assert.Equal("b.", BackboneFinder.Find(Checkpoints.File(odd, Checkpoints.Backbone("b.", spec)))!.Prefix);
    }

    [Fact]
    public void Find_NoResNet_IsNull() => Assert.Null(BackboneFinder.Find(Checkpoints.File([Checkpoints.Floats("conv1.weight", 2, 3, 3, 3), Checkpoints.Floats("fc.weight", 2, 3)])));

    private static string Refused(Dictionary<string, StoredTensor> tensors) =>
        Assert.Throws<CheckpointException>(() => BackboneFinder.Find(Checkpoints.File(tensors))).Message;
}
