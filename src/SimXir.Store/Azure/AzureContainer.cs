using Azure;
using Azure.Storage.Blobs;

namespace SimXir.Store;

/// <summary>A container that is made when the first write misses it, and calls to it whose faults are explained.</summary>
internal sealed class AzureContainer(BlobContainerClient client)
{
    public BlobContainerClient Client => client;

    /// <summary>The URL without its query, which may be a SAS.</summary>
    public string Description { get; } = client.Uri.GetLeftPart(UriPartial.Path);

    /// <summary>Writes and deletes a blob out of the objects' reach: a SAS of the container may do that, but not ask for the container.</summary>
    /// <returns>When it was written, by the service's clock.</returns>
    public async Task<DateTimeOffset> ProbeAsync(CancellationToken cancellation)
    {
        var probe = client.GetBlobClient($".checks/{Guid.NewGuid():n}");
        var written = await WriteAsync(null, () => probe.UploadAsync(BinaryData.FromString("SimXir"), cancellation), cancellation);
        await DoAsync(null, () => probe.DeleteAsync(cancellationToken: cancellation), cancellation);
        return written.Value.LastModified;
    }

    /// <summary>Runs a call; a missing container is made and the call repeated once. Nothing was written without a container, so the
    /// repetition is safe.</summary>
    public async Task<T> WriteAsync<T>(string? name, Func<Task<T>> call, CancellationToken cancellation) => await DoAsync(name, async () =>
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
