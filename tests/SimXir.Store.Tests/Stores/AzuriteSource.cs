using SimXir.Testing;

namespace SimXir.Store.Tests;

/// <summary>A container that does not exist yet.</summary>
public sealed class AzuriteSource(AzuriteServer server) : IStoreSource
{
    private readonly string _option = server.RequireStore();

    public IObjectStore Open() => new AzureBlobStore(AzureLocation.FromConnectionString(_option), new StoreRetryOptions(), TimeProvider.System);

    public void Dispose()
    {
    }
}
