using System.Formats.Tar;
using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class ImagePacksTests : IDisposable
{
    private static readonly DatasetId Two = DatasetId.Parse("images-two");
    private readonly TemporaryFolder _folder = new(), _there = new();

    public void Dispose()
    {
        _folder.Dispose();
        _there.Dispose();
    }

    [Fact]
    public void Unpack_WhatWasPacked_IsTheSameDataset()
    {
        Pictures.WriteFolder(_folder, test: "val");
        var datasets = new Datasets(_folder.Path);
        var listing = datasets.List(Two)!;
        foreach (var file in listing.Files)
        {
            using var pack = datasets.Open(Two, file.Name);
            Assert.Equal(file.LengthBytes, pack.Length);
            using var copy = new MemoryStream();
            pack.CopyTo(copy);
            _there.Write($"images-two/{file.Name}", copy.ToArray());
        }

        Datasets.Unpack(Two, Path.Combine(_there.Path, "images-two"));

        Assert.Equal(["images-00001.tar"], listing.Files.Select(file => file.Name));
        Assert.Equal(listing.Files, new Datasets(_there.Path).List(Two)!.Files);
        Assert.Equal(datasets.Fingerprint(Two), new Datasets(_there.Path).Fingerprint(Two));
        Assert.Equal(14, Directory.GetFiles(_there.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [InlineData("../train/a.png", TarEntryType.RegularFile)]
    [InlineData("train/../a.png", TarEntryType.RegularFile)]
    [InlineData("/tmp/a.png", TarEntryType.RegularFile)]
    [InlineData("train/a/b/c.png", TarEntryType.RegularFile)]
    [InlineData("train/a/b.png", TarEntryType.SymbolicLink)]
    [InlineData("train/a/b.png", TarEntryType.HardLink)]
    public void Unpack_PackThatWantsOutOfItsFolder_IsRefused(string name, TarEntryType type)
    {
        var pack = _there.Write("images-two/images-00001.tar", []);
        using (var tar = new TarWriter(File.Create(pack), TarEntryFormat.Gnu))
        {
            var entry = new GnuTarEntry(type, name);
            if (type != TarEntryType.RegularFile) entry.LinkName = "/etc/passwd";
            tar.WriteEntry(entry);
        }

        var fault = Assert.Throws<DatasetException>(() => Datasets.Unpack(Two, Path.Combine(_there.Path, "images-two")));

        Assert.Equal($"'{pack}' holds '{name}' as a {type}, which is no image of a folder of images; push the dataset again", fault.Message);
        Assert.Equal([pack], Directory.GetFiles(_there.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Unpack_FileThatIsNoPack_IsRefused()
    {
        _there.Write("images-two/images-00001.tar", [.. Enumerable.Repeat((byte)7, 1000)]);
        Assert.Contains("cannot be unpacked", Assert.Throws<DatasetException>(() => Datasets.Unpack(Two, Path.Combine(_there.Path, "images-two"))).Message, StringComparison.Ordinal);
    }
}
