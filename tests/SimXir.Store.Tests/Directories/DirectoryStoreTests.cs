using SimXir.Testing;

namespace SimXir.Store.Tests;

public sealed class DirectoryStoreTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_FileInItsPlace_SaysSo()
    {
        var path = _folder.Combine("store");
        File.WriteAllText(path, "");

        var fault = Assert.Throws<StoreException>(() => DirectoryStore.Open(path + "/", TimeProvider.System));

        Assert.Equal($"store '{path}' is a file; name a directory, which is made if it is missing", fault.Message);
        Assert.True(fault.IsInput);
    }

    [Fact]
    public void Open_FileAboveIt_SaysSo()
    {
        var file = _folder.Combine("file");
        File.WriteAllText(file, "");

        var fault = Assert.Throws<StoreException>(() => DirectoryStore.Open(Path.Combine(file, "a", "store"), TimeProvider.System));

        Assert.Equal(
            $"store '{Path.Combine(file, "a", "store")}' cannot be a directory, because '{file}' is a file; name a directory, which is made if it is missing",
            fault.Message);
    }

    [Fact]
    public void Open_PlaceThatCannotBeWritten_SaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux's /proc, where nobody can make a folder");

        var fault = Assert.Throws<StoreException>(() => DirectoryStore.Open("/proc/simxir-store", TimeProvider.System));

        Assert.StartsWith("store '/proc/simxir-store': it cannot be used: ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("name another --store", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.IsInput);
    }

    [Fact]
    public void Explain_NoPermission_NamesTheCure()
    {
        var fault = DirectoryFaults.Explain(new UnauthorizedAccessException(), "/s", name: null, isInput: true);

        Assert.Equal("store '/s': it cannot be used: permission denied; give this user write access to it, or name another --store", fault.Message);
        Assert.Equal((false, true), (fault.IsTransient, fault.IsInput));
    }

    [Theory]
    [InlineData(28, "the disk is full; free some space, or name a --store on another disk", false)]
    [InlineData(30, "the file system is read-only; name a --store that can be written", false)]
    [InlineData(5, "Input/output error; see whether the disk or its network is in order", true)]
    public void Explain_ErrorOfTheSystem_NamesCauseAndCure(int errno, string expected, bool transient)
    {
        var fault = DirectoryFaults.Explain(new IOException("Input/output error.", errno), "/s", "a/b");

        Assert.Equal($"store '/s': 'a/b' cannot be read or written: {expected}", fault.Message);
        Assert.Equal((transient, false), (fault.IsTransient, fault.IsInput));
    }

    [Fact]
    public async Task Create_WhereAFolderOrAFileStands_SaysSo()
    {
        var store = DirectoryStore.Open(_folder.Path, TimeProvider.System);
        await store.CreateAsync("a/b", "x");

        var above = await Assert.ThrowsAsync<StoreException>(() => store.CreateAsync("a", "x"));
        var below = await Assert.ThrowsAsync<StoreException>(() => store.CreateAsync("a/b/c", "x"));

        const string Why = "a file stands where it needs a directory, or the reverse; move that file away, or name another --store";
        Assert.Equal($"store '{_folder.Path}': 'a' cannot be read or written: {Why}", above.Message);
        Assert.Equal($"store '{_folder.Path}': 'a/b/c' cannot be read or written: {Why}", below.Message);
    }

    [Fact]
    public async Task Open_LeftoversOfDeadProcesses_AreDeletedOnceTheyAreOld()
    {
        DirectoryStore.Open(_folder.Path, TimeProvider.System);
        var (old, young, alive) = (_folder.Combine(".tmp", "old"), _folder.Combine(".tmp", "young"), _folder.Combine(".tmp", "alive"));
        foreach (var path in new[] { old, young, alive }) await File.WriteAllTextAsync(path, "half", Text.Stop);
        foreach (var path in new[] { old, alive }) File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
        using var writer = ExclusiveFile.TryOpen(alive);

        var store = DirectoryStore.Open(_folder.Path, TimeProvider.System);

        Assert.Equal((false, true, true), (File.Exists(old), File.Exists(young), File.Exists(alive)));
        Assert.Empty(await store.NamesAsync(""));
    }

    [Fact]
    public async Task Write_EveryKind_LeavesNoTemporaryFile()
    {
        var store = DirectoryStore.Open(_folder.Path, TimeProvider.System);
        var etag = await store.CreateAsync("a", "1");
        await store.CreateAsync("a", "2");
        await store.ReplaceAsync("a", Text.Bytes("3"), etag!, Text.Stop);
        await store.CreateAsync("b", new PatternStream(3_000_000, seed: 1), Text.Stop);
        await Assert.ThrowsAsync<StoreException>(() => store.CreateAsync("c", new BrokenStream(), Text.Stop));

        Assert.Empty(Directory.EnumerateFiles(_folder.Combine(".tmp")));
        Assert.Equal(["a", "b"], await store.NamesAsync(""));
    }

    private sealed class BrokenStream : ReadOnlyStream
    {
        public override long Length => 10;

        public override long Position { get; set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("the source broke");
    }
}
