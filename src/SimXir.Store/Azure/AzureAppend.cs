using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace SimXir.Store;

/// <summary>One append to an append blob, at exactly the expected place.</summary>
internal static class AzureAppend
{
    public static async Task<bool> AppendAsync(
        AppendBlobClient blob, long expectedLength, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            if (expectedLength == 0) await EnsureAsync(blob, cancellation);
            using var body = new BinaryData(content).ToStream();
            var conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = expectedLength };
            await blob.AppendBlockAsync(body, new AppendBlobAppendBlockOptions { Conditions = conditions }, cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return false;
        }
        catch (RequestFailedException fault) when (AzureFaults.IsConflict(fault))
        {
            return await StandsAsync(blob, expectedLength, content, cancellation);
        }
    }

    private static async Task EnsureAsync(AppendBlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All };
            await blob.CreateAsync(new AppendBlobCreateOptions { Conditions = conditions }, cancellation);
        }
        catch (RequestFailedException fault) when (AzureFaults.IsConflict(fault))
        {
            // It is there already; the append's own condition decides.
        }
    }

    private static async Task<bool> StandsAsync(
        AppendBlobClient blob, long position, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobDownloadOptions { Range = new HttpRange(position, content.Length) };
            var found = await blob.DownloadContentAsync(options, cancellation);
            return found.Value.Content.ToMemory().Span.SequenceEqual(content.Span);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 416)
        {
            // Gone, or shorter than the expected length.
            return false;
        }
    }
}
