using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace SimXir.Store;

/// <summary>Claims as leases on blobs below <c>.claims/</c>, where no object's name reaches.</summary>
/// <remarks>A lease has the same id whenever this store asks for the same claim: if it was granted and only the answer was lost, asking
/// again renews it instead of waiting for it to run out.</remarks>
internal sealed class AzureClaims(AzureContainer container, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, string> _leases = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _held = new(StringComparer.Ordinal);

    public async Task<IStoreClaim?> TryTakeAsync(string name, CancellationToken cancellation)
    {
        if (!_held.TryAdd(name, true)) return null;
        try
        {
            var blob = container.Client.GetBlockBlobClient(BlobName(name));
            var lease = blob.GetBlobLeaseClient(_leases.GetOrAdd(name, _ => Guid.NewGuid().ToString()));
            var asked = time.GetTimestamp();
            if (await container.WriteAsync(name, () => AcquireAsync(blob, lease, cancellation), cancellation))
                return new AzureClaim(lease, asked, time, () => _held.TryRemove(name, out _));
        }
        catch
        {
            _held.TryRemove(name, out _);
            throw;
        }

        _held.TryRemove(name, out _);
        return null;
    }

    public Task<string?> HolderOfAsync(string name, CancellationToken cancellation) => container.DoAsync<string?>(name, async () =>
    {
        try
        {
            var blob = container.Client.GetBlobClient(BlobName(name));
            var found = (await blob.DownloadContentAsync(cancellation)).Value;
            if (found.Details.LeaseState != LeaseState.Leased) return null;
            var holder = found.Content.ToString();
            return holder.Length > 0 ? holder : ClaimHolder.Unknown;
        }
        catch (RequestFailedException fault) when (AzureFaults.IsAbsent(fault))
        {
            return null;
        }
    }, cancellation);

    private static async Task<bool> AcquireAsync(BlockBlobClient blob, BlobLeaseClient lease, CancellationToken cancellation)
    {
        try
        {
            if (!await blob.ExistsAsync(cancellation)) await WriteAsync(blob, [], new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellation);
        }
        catch (RequestFailedException fault) when (AzureFaults.IsConflict(fault) || fault.ErrorCode == BlobErrorCode.LeaseIdMissing)
        {
            // Somebody else made it meanwhile; the lease decides.
        }

        try
        {
            await lease.AcquireAsync(AzureClaim.Duration, cancellationToken: cancellation);
            await WriteAsync(blob, ClaimHolder.Describe(), new BlobRequestConditions { LeaseId = lease.LeaseId }, cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return false;
        }
    }

    private static async Task WriteAsync(BlockBlobClient blob, byte[] content, BlobRequestConditions conditions, CancellationToken cancellation)
    {
        using var body = new MemoryStream(content, writable: false);
        await blob.UploadAsync(body, new BlobUploadOptions { Conditions = conditions }, cancellation);
    }

    private static string BlobName(string name) => ".claims/" + ObjectName.Escape(name);
}
