using SimXir.Testing;

namespace SimXir.Store.Tests;

public sealed class DirectorySource(bool hardLinks = true) : IStoreSource
{
    private readonly TempDirectory _folder = new();

    public string Path => _folder.Combine("store");

    public IObjectStore Open() => DirectoryStore.Open(Path, TimeProvider.System, hardLinks);

    public void Dispose() => _folder.Dispose();
}
