using Azure;
using Azure.Storage.Blobs;

namespace SimXir.Store;

/// <summary>A container that is made when the first write misses it, and calls to it whose faults are explained.</summary>
internal sealed class AzureContainer(BlobContainerClient client)
{
    public BlobContainerClient Client => client;

    /// <summary>The URL without its query, which may be a SAS.</summary>
    public string Description { get; } = client.Uri.GetLeftPart(UriPartial.Path);

    public Task EnsureAsync(CancellationToken cancellation) =>
        DoAsync(null, () => client.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation);

    /// <summary>Runs a call; a missing container is made and the call repeated once. Nothing was written without a container, so the
    /// repetition is safe.</summary>
    public async Task<T> WriteAsync<T>(string name, Func<Task<T>> call, CancellationToken cancellation) => await DoAsync(name, async () =>
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException fault) when (AzureFaults.IsWithoutContainer(fault))
        {
            await client.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return await call();
        }
    }, cancellation);

    public async Task<T> DoAsync<T>(string? name, Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (AzureFaults.Concerns(fault) && !cancellation.IsCancellationRequested)
        {
            throw AzureFaults.Explain(fault, Description, name);
        }
    }
}
