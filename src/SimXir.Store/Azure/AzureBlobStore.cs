using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace SimXir.Store;

/// <summary>Objects as blobs of one container of a flat namespace: block blobs with If-None-Match and If-Match, append blobs with an
/// append position. The container is made when the first write misses it.</summary>
/// <remarks>It tries nothing twice: <see cref="RetryingObjectStore"/> does, around it, and inside a long upload block by block.</remarks>
public sealed class AzureBlobStore : IObjectStore
{
    private readonly AzureContainer _container;
    private readonly AzureUpload _upload;
    private readonly AzureClaims _claims;

    public AzureBlobStore(BlobContainerClient container, StoreRetryOptions retries, TimeProvider time)
    {
        _container = new AzureContainer(container);
        _upload = new AzureUpload(_container, StoreRetry.Pipeline(retries, time));
        _claims = new AzureClaims(_container, time);
    }

    public string Description => _container.Description;

    public Task CheckAsync(CancellationToken cancellation = default) => _container.ProbeAsync(cancellation);

    public Task<DateTimeOffset> ReadClockAsync(CancellationToken cancellation = default) => _container.ProbeAsync(cancellation);

    public Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellation = default)
    {
        var blob = Blob(name);
        return ReadingAsync(name, async () =>
        {
            var found = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return new ObjectInfo(name, found.ContentLength, found.LastModified);
        }, cancellation);
    }

    public Task<StoredObject?> ReadAsync(string name, CancellationToken cancellation = default)
    {
        var blob = Blob(name);
        return ReadingAsync(name, async () =>
        {
            var found = (await blob.DownloadContentAsync(cancellation)).Value;
            return new StoredObject(found.Content.ToMemory(), found.Details.ETag.ToString());
        }, cancellation);
    }

    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation = default)
    {
        var blob = Blob(name);
        return ReadingAsync<Stream>(name, async () => await AzureReadStream.OpenAsync(_container, blob, cancellation), cancellation);
    }

    public Task<string?> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        WritingAsync(name, content, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellation);

    public Task<bool> CreateAsync(string name, Stream content, CancellationToken cancellation = default) =>
        _upload.CreateAsync(ObjectName.Checked(name), content, cancellation);

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellation = default) =>
        WritingAsync(name, content, new BlobRequestConditions { IfMatch = new ETag(etag) }, cancellation);

    public Task<bool> AppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        ObjectName.CheckAppend(expectedLength, content.Length);
        var blob = _container.Client.GetAppendBlobClient(ObjectName.Checked(name));
        return _container.WriteAsync(name, () => AzureAppend.AppendAsync(blob, expectedLength, content, cancellation), cancellation);
    }

    public async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var options = new GetBlobsOptions { Prefix = ObjectName.CheckedPrefix(prefix) };
        await using var found = _container.Client.GetBlobsAsync(options, cancellation).GetAsyncEnumerator(cancellation);
        while (await _container.DoAsync(prefix, () => AnotherAsync(found), cancellation))
        {
            var item = found.Current;
            if (ObjectName.IsValid(item.Name))
                yield return new ObjectInfo(item.Name, item.Properties.ContentLength ?? 0, item.Properties.LastModified ?? default);
        }
    }

    public Task<bool> DeleteAsync(string name, string? etag = null, CancellationToken cancellation = default) =>
        DeletingAsync(name, etag is null ? null : new BlobRequestConditions { IfMatch = new ETag(etag) }, cancellation);

    /// <summary>Writing the metadata, of which SimXir keeps none, gives a blob a new time and ETag, and leaves its content.</summary>
    public Task<bool> TouchAsync(string name, CancellationToken cancellation = default)
    {
        var blob = Blob(name);
        return _container.DoAsync(name, async () =>
        {
            try
            {
                await blob.SetMetadataAsync(new Dictionary<string, string>(), cancellationToken: cancellation);
                return true;
            }
            catch (RequestFailedException fault) when (AzureFaults.IsAbsent(fault))
            {
                return false;
            }
        }, cancellation);
    }

    /// <remarks>The service counts times in whole seconds, and its condition allows equality.</remarks>
    public Task<bool> DeleteOldAsync(string name, DateTimeOffset writtenBefore, CancellationToken cancellation = default)
    {
        var last = DateTimeOffset.FromUnixTimeSeconds((long)Math.Ceiling((writtenBefore - DateTimeOffset.UnixEpoch).TotalSeconds) - 1);
        return DeletingAsync(name, new BlobRequestConditions { IfUnmodifiedSince = last }, cancellation);
    }

    public Task<IStoreClaim?> TryClaimAsync(string name, CancellationToken cancellation = default) =>
        _claims.TryTakeAsync(ObjectName.Checked(name), cancellation);

    public Task<string?> ReadClaimHolderAsync(string name, CancellationToken cancellation = default) =>
        _claims.HolderOfAsync(ObjectName.Checked(name), cancellation);

    private BlobClient Blob(string name) => _container.Client.GetBlobClient(ObjectName.Checked(name));

    private Task<bool> DeletingAsync(string name, BlobRequestConditions? conditions, CancellationToken cancellation)
    {
        var blob = Blob(name);
        return _container.DoAsync(name, async () =>
        {
            try
            {
                return (await blob.DeleteIfExistsAsync(conditions: conditions, cancellationToken: cancellation)).Value;
            }
            catch (RequestFailedException fault) when (AzureFaults.IsAbsent(fault) || AzureFaults.IsConflict(fault))
            {
                return false;
            }
        }, cancellation);
    }

    private Task<string?> WritingAsync(
        string name, ReadOnlyMemory<byte> content, BlobRequestConditions conditions, CancellationToken cancellation)
    {
        var blob = _container.Client.GetBlockBlobClient(ObjectName.Checked(name));
        return _container.WriteAsync<string?>(name, async () =>
        {
            try
            {
                using var body = new BinaryData(content).ToStream();
                var written = await blob.UploadAsync(body, new BlobUploadOptions { Conditions = conditions }, cancellation);
                return written.Value.ETag.ToString();
            }
            catch (RequestFailedException fault) when (AzureFaults.IsConflict(fault) || fault.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        }, cancellation);
    }

    private Task<T?> ReadingAsync<T>(string name, Func<Task<T>> read, CancellationToken cancellation)
        where T : class => _container.DoAsync<T?>(name, async () =>
    {
        try
        {
            return await read();
        }
        catch (RequestFailedException fault) when (AzureFaults.IsAbsent(fault))
        {
            return null;
        }
    }, cancellation);

    private static async Task<bool> AnotherAsync(IAsyncEnumerator<BlobItem> found)
    {
        try
        {
            return await found.MoveNextAsync();
        }
        catch (RequestFailedException fault) when (AzureFaults.IsWithoutContainer(fault))
        {
            return false;
        }
    }
}
