namespace SimXir.Experiments.Tests;

public sealed class SpecSourceTests
{
    [Fact]
    public void BuiltIns_All_AreSpecsOfTheirName()
    {
        Assert.Equal(["imagenet", "mini-paper", "paper", "quickstart"], BuiltInSpecs.Names);
        Assert.All(BuiltInSpecs.Names, name => Assert.Equal(name, BuiltInSpecs.TryFind(name)!.Name.Value));
        Assert.Null(BuiltInSpecs.TryFind("Quickstart"));
    }

    [Fact]
    public void Load_BuiltInName_GivesItsSpecAndText()
    {
        var loaded = SpecSource.Load("quickstart");
        Assert.Equal("quickstart", loaded.Spec.Name.Value);
        Assert.Equal(BuiltInSpecs.TryFindYaml("quickstart"), loaded.Text);
    }

    [Theory]
    [InlineData("quikstart", "'quikstart': there is no such file, and no built-in spec of that name; built in: imagenet, mini-paper, paper, quickstart. Did you mean 'quickstart'?")]
    [InlineData("x.yaml", "'x.yaml': there is no such file, and no built-in spec of that name; built in: imagenet, mini-paper, paper, quickstart. Give a YAML file or one of these names.")]
    [InlineData("/", "'/': this is a folder, not a spec; built in: imagenet, mini-paper, paper, quickstart. Give a YAML file or one of these names.")]
    [InlineData("", "'': there is no such file, and no built-in spec of that name; built in: imagenet, mini-paper, paper, quickstart. Give a YAML file or one of these names.")]
    public void Load_Neither_ListsTheBuiltIns(string name, string message) =>
        Assert.Equal(message, Assert.Throws<SpecException>(() => SpecSource.Load(name)).Message);

    [Fact]
    public void Load_File_ReadsItWithOrWithoutAByteOrderMark()
    {
        using var folder = new ScratchFolder();
        var plain = folder.Write("mini.yaml", "name: mini\ndatasets: [svhn]\nmethods: [simsiam]\n"u8);
        var marked = folder.Write("mark.yaml", [0xEF, 0xBB, 0xBF, .. "name: mini\ndatasets: [svhn]\nmethods: [simsiam]\n"u8]);
        Assert.Equal(SpecWriter.Write(SpecSource.Load(plain).Spec), SpecWriter.Write(SpecSource.Load(marked).Spec));
    }

    [Fact]
    public void Load_FileOfBytes_SaysThatItIsNoText()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("weights.yaml", [0x80, 0xFF, 0x00]);
        Assert.Equal(
            "weights.yaml: this is no text; a spec is YAML, encoded as UTF-8. Save it as UTF-8.",
            Assert.Throws<SpecException>(() => SpecSource.Load(path)).Message);
    }

    [Fact]
    public void Load_HugeFile_IsRefusedUnread()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("huge.yaml", new byte[SpecReader.MaxBytes + 1]);
        Assert.Equal(
            "huge.yaml: 1048577 bytes are too long for a spec; allowed are at most 1048576. Is this the right file?",
            Assert.Throws<SpecException>(() => SpecSource.Load(path)).Message);
    }
}
