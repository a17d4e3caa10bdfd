namespace SimXir.Method.Tests;

public sealed class ReferenceFolderTests
{
    [Fact]
    public void At_NoFolder_SaysWhatToName() => AssertRefused(
        "there is no folder '/nowhere/at/all'; name one that holds reference vectors, or leave --reference out",
        () => ReferenceFolder.At("/nowhere/at/all"));

    [Fact]
    public void Read_AbsentFile_SaysWhichAndWhere()
    {
        using var vectors = new Vectors();
        File.Delete(vectors.PathOf("knn.safetensors"));

        AssertRefused($"the folder '{vectors.FolderPath}' has no knn.safetensors", () => vectors.Folder.Tensors("knn"));
        AssertRefused("the built-in vectors have no nothing.json", () => ReferenceFolder.BuiltIn.Read("nothing.json"));
    }

    [Fact]
    public void Read_FolderInPlaceOfAFile_SaysWhichAndWhere()
    {
        using var vectors = new Vectors();
        Directory.CreateDirectory(vectors.PathOf("more.json"));

        var fault = Assert.Throws<ReferenceException>(() => vectors.Folder.Read("more.json"));

        Assert.StartsWith($"more.json in {vectors.FolderPath} cannot be read: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_TruncatedFile_SaysWhichAndHow()
    {
        using var vectors = new Vectors();
        File.WriteAllBytes(vectors.PathOf("sgd.safetensors"), [1, 2, 3]);

        AssertRefused(
            $"sgd.safetensors in {vectors.FolderPath} is broken: a safetensors file has at least 8 bytes; this one has 3", () => vectors.Folder.Tensors("sgd"));
    }

    [Fact]
    public void BuiltIn_Files_AreThoseOfTheSources()
    {
        using var vectors = new Vectors();

        foreach (var path in Directory.GetFiles(vectors.FolderPath)) Assert.Equal(File.ReadAllBytes(path), ReferenceFolder.BuiltIn.Read(Path.GetFileName(path)));
    }

    private static void AssertRefused(string message, Action action) => Assert.Equal(message, Assert.Throws<ReferenceException>(action).Message);
}
