using System.Buffers;
using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Polly;

namespace SimXir.Store;

/// <summary>The upload of a large blob in blocks: a few blocks in memory, each tried again by itself, all committed in one step.</summary>
/// <remarks>Blocks of one name are shared by all who upload to it, until one commits; the random start of the block names keeps two
/// uploads apart (Azure's own client names them by offset, so that two uploads to one name could mix).</remarks>
internal sealed class AzureUpload(AzureContainer container, ResiliencePipeline retry)
{
    private const int BlockBytes = 8 * 1024 * 1024;
    private const int BlocksAtOnce = 3;

    public async Task<bool> CreateAsync(string name, Stream content, CancellationToken cancellation)
    {
        var blob = container.Client.GetBlockBlobClient(name);
        if ((await container.DoAsync(name, () => blob.ExistsAsync(cancellation), cancellation)).Value) return false;
        var blocks = await StageAllAsync(blob, content, cancellation);
        return await container.WriteAsync(name, () => CommitAsync(blob, blocks, cancellation), cancellation);
    }

    private async Task<List<string>> StageAllAsync(BlockBlobClient blob, Stream content, CancellationToken cancellation)
    {
        var upload = Guid.NewGuid().ToString("n");
        var blocks = new List<string>();
        var running = new Queue<Task>();
        try
        {
            while (true)
            {
                if (running.Count == BlocksAtOnce) await running.Dequeue();
                var buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
                var count = await FillAsync(content, buffer, cancellation);
                if (count == 0)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    break;
                }

                var id = string.Create(CultureInfo.InvariantCulture, $"{upload}-{blocks.Count:d6}");
                blocks.Add(Convert.ToBase64String(Encoding.ASCII.GetBytes(id)));
                running.Enqueue(StageAsync(blob, blocks[^1], buffer, count, cancellation));
            }

            while (running.TryDequeue(out var stage)) await stage;
            return blocks;
        }
        finally
        {
            // After a fault: let the others end before their caller goes on. Their own faults add nothing to the first.
            await Task.WhenAll(running).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task StageAsync(BlockBlobClient blob, string block, byte[] buffer, int count, CancellationToken cancellation)
    {
        try
        {
            await retry.ExecuteAsync(async token => await container.WriteAsync(blob.Name, async () =>
            {
                using var body = new MemoryStream(buffer, 0, count, writable: false);
                return await blob.StageBlockAsync(block, body, cancellationToken: token);
            }, token), cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<bool> CommitAsync(BlockBlobClient blob, List<string> blocks, CancellationToken cancellation)
    {
        var conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await blob.CommitBlockListAsync(blocks, new CommitBlockListOptions { Conditions = conditions }, cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (AzureFaults.IsConflict(fault))
        {
            return false;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            // Another upload committed first, which discards all blocks that it did not name.
            if (await blob.ExistsAsync(cancellation)) return false;
            throw;
        }
    }

    private static async Task<int> FillAsync(Stream content, byte[] buffer, CancellationToken cancellation) =>
        await content.ReadAtLeastAsync(buffer.AsMemory(0, BlockBytes), BlockBytes, throwOnEndOfStream: false, cancellation);
}
