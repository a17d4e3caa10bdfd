using System.Runtime.InteropServices;

namespace SimXir.Method.Tests;

public sealed class SelfTestTests
{
    public static TheoryData<string> FilesOfResults => ["resnet18_cifar_w8", "losses", "sgd", "lars", "augment", "knn"];

    [Fact]
    public void Run_BuiltInVectors_PassesEveryCheck() => AssertPasses(Run(ReferenceFolder.BuiltIn));

    [Fact]
    public void Run_SharedReference_PassesEveryCheck() => AssertPasses(Run(ReferenceFolder.At(SharedFolder.Require("reference"))));

    [Theory]
    [MemberData(nameof(FilesOfResults))]
    public void Run_EveryResultWrong_FailsEveryCheck(string name)
    {
        using var vectors = new Vectors();
        var checks = Run(vectors.Folder, name);
        vectors.Perturb(name, checks.Select(check => check.Name[(name.Length + 1)..].Replace(".batched", "", StringComparison.Ordinal)).Distinct());

        var failed = Run(vectors.Folder, name);

        Assert.Equal(checks.Select(check => check.Name), failed.Select(check => check.Name));
        Assert.All(failed, check => Assert.True(check is { Passed: false, Fault: not null }, check.ToString()));
    }

    [Theory]
    [InlineData("losses", "byol.grad.p1")]
    [InlineData("resnet18_cifar_w8", "after.bn1.running_var")]
    [InlineData("knn", "euclidean.7")]
    public void Run_OneResultWrong_FailsThatCheckAlone(string name, string tensor)
    {
        using var vectors = new Vectors();
        vectors.Perturb(name, [tensor]);

        var failed = Assert.Single(Run(vectors.Folder, name), check => !check.Passed);

        Assert.Equal($"{name}/{tensor}", failed.Name);
        Assert.StartsWith("element 0 is ", failed.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OtherConstants_AreUsed()
    {
        using var vectors = new Vectors();
        vectors.Change("losses", file => file with { Metadata = file.Metadata.SetItem("tau", "0.3") });
        vectors.Change("sgd", file => file with { Metadata = file.Metadata.SetItem("about", "SGD lr .1 momentum .8 weight decay 5e-4") });

        var failed = Run(vectors.Folder, "losses").Concat(Run(vectors.Folder, "sgd")).Where(check => !check.Passed).Select(check => check.Name);

        Assert.Equal(
            [
                "losses/simclr", "losses/simclr.grad.z1", "losses/simclr.grad.z2", "losses/moco", "losses/moco.grad.z1",
                .. Enumerable.Range(2, 5).SelectMany(step => (string[])[$"sgd/w{step}", $"sgd/b{step}"]),
            ],
            failed);
    }

    [Fact]
    public void Run_Layouts_NamesWhatDiffers()
    {
        using var vectors = new Vectors();
        var path = vectors.PathOf("state_dict_layouts.json");
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("\"layer4.1.bn2.bias\"", "\"layer4.1.bn9.bias\"", StringComparison.Ordinal)
            .Replace("\"conv1.weight\":[64,3,7,7]", "\"conv1.weight\":[64,3,5,5]", StringComparison.Ordinal));

        Assert.Equal(
            [
                "'layer4.1.bn9.bias' is missing; 'layer4.1.bn2.bias' is not torchvision's",
                "'layer4.1.bn9.bias' is missing; 'layer4.1.bn2.bias' is not torchvision's; 'conv1.weight' has the shape [64, 3, 7, 7], expected is [64, 3, 5, 5]",
            ],
            Run(vectors.Folder, "state_dict_layouts").Select(check => check.Fault));
    }

    [Theory]
    [InlineData("checkpoint_zip")]
    [InlineData("checkpoint_legacy")]
    public void Run_CheckpointWithOtherValues_NamesThem(string name)
    {
        using var vectors = new Vectors();
        vectors.Perturb("checkpoint_values", ["view.b", "scalar"]);
        vectors.Change("checkpoint_values", file => file with { Tensors = file.Tensors.Remove("empty").Add("more", file.Tensors["empty"]) });

        var failed = Run(vectors.Folder, name).Where(check => !check.Passed).ToArray();

        Assert.Equal([$"{name}/names", $"{name}/more", $"{name}/scalar", $"{name}/view.b"], failed.Select(check => check.Name));
        Assert.Equal(["it has empty as well", "there is none"], failed.Take(2).Select(check => check.Fault));
    }

    [Fact]
    public void Run_CheckpointOfTheOtherFormat_SaysWhatItIsTakenFor()
    {
        using var vectors = new Vectors();
        File.Copy(vectors.PathOf("checkpoint_legacy.pth"), vectors.PathOf("checkpoint_zip.pth"), overwrite: true);

        var failed = Assert.Single(Run(vectors.Folder, "checkpoint_zip"), check => !check.Passed);

        Assert.Equal(("checkpoint_zip/format", "it is taken for PyTorchLegacy, which it is not"), (failed.Name, failed.Fault));
    }

    [Fact]
    public void Run_BrokenCheckpoint_IsRefusedByName()
    {
        using var vectors = new Vectors();
        File.WriteAllText(vectors.PathOf("checkpoint_zip.pth"), "no checkpoint");

        Assert.StartsWith(
            $"checkpoint_zip.pth in {vectors.FolderPath} cannot be read: it is no checkpoint",
            Assert.Throws<ReferenceException>(() => Run(vectors.Folder, "checkpoint_zip")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("checkpoint_zip.pth", "it was read")]
    [InlineData("sgd.safetensors", "it was read")]
    [InlineData("state_dict_layouts.json", "the refusal names none of what it asks for (): it is no checkpoint")]
    public void Run_HostileFileThatIsNone_Fails(string file, string fault)
    {
        using var vectors = new Vectors();
        File.Copy(vectors.PathOf(file), vectors.PathOf("checkpoint_hostile.pth"), overwrite: true);

        var check = Assert.Single(Run(vectors.Folder, "checkpoint_hostile"));

        Assert.Equal(("checkpoint_hostile/refused", false), (check.Name, check.Passed));
        Assert.StartsWith(fault, check.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CropOutsideTheImage_IsRefused()
    {
        using var vectors = new Vectors();
        vectors.Change("augment", file => file with
        {
            Tensors = file.Tensors.SetItem("crop.boxes", new StoredTensor(ElementType.I64, [1, 4], MemoryMarshal.AsBytes<long>([2, 20, 30, 13]).ToArray())),
        });

        Assert.Equal(
            "augment.safetensors has the crop box [2, 20, 30, 13], which does not lie in 32x32 pixels",
            Assert.Throws<ReferenceException>(() => Run(vectors.Folder, "augment")).Message);
    }

    [Fact]
    public void Run_SizesThatDoNotGoTogether_FailsTheFileAndGoesOn()
    {
        using var vectors = new Vectors();
        vectors.Change("sgd", file => file with { Tensors = file.Tensors.SetItem("w0", file.Tensors["X"]) });

        var files = SelfTest.Run(vectors.Folder, SelfTest.MethodChecks("cpu").Where(check => check.File is "sgd" or "knn")).ToArray();

        var stopped = Assert.Single(files[0].Checks);
        Assert.Equal(("sgd", false), (stopped.Name, stopped.Passed));
        Assert.StartsWith("the check could not end: ", stopped.Fault, StringComparison.Ordinal);
        Assert.True(files[1].Passed);
    }

    private static void AssertPasses(IReadOnlyList<SelfTestCheck> checks)
    {
        Assert.All(checks, check => Assert.True(check.Passed, check.ToString()));
        Assert.Equal(FilesOfResults.Select(row => row.Data).Concat(["state_dict_layouts", "checkpoint_zip", "checkpoint_legacy", "checkpoint_hostile"]).Order(), checks.Select(check => check.Name.Split('/')[0]).Distinct().Order());
    }

    private static SelfTestCheck[] Run(ReferenceFolder folder, string? name = null) =>
        [.. SelfTest.Run(folder, SelfTest.MethodChecks("cpu").Where(check => name is null || check.File == name)).SelectMany(file => file.Checks)];
}
