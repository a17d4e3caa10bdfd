using System.Security.Cryptography;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Parts under the SHA-256 of their content: the same content is kept once, and every read is checked.</summary>
public sealed class ContentStore(IObjectStore store)
{
    private const int BufferBytes = 1024 * 1024;

    /// <summary>Up to here a part is sent without a look whether it is there: sending it costs no more than asking.</summary>
    private const int SmallBytes = 64 * 1024;

    /// <summary>Keeps some bytes. A part that is there already stays if it is sound by its length, or with
    /// <paramref name="checkExisting"/> by its hash; otherwise it is replaced. Either way it is as young as if it were written now: no
    /// collector takes it before its reference is stored (see <see cref="GarbageCollector"/>).</summary>
    public async Task<PartRef> PutAsync(ReadOnlyMemory<byte> content, bool checkExisting = false, CancellationToken cancellation = default)
    {
        var part = new PartRef(Convert.ToHexStringLower(SHA256.HashData(content.Span)), content.Length);
        await PutAsync(part, async name => await store.CreateAsync(name, content, cancellation) is not null, checkExisting, cancellation);
        return part;
    }

    /// <summary>Keeps the rest of a stream that can seek, in constant memory: it is read once for the hash, and once to be written.</summary>
    public async Task<PartRef> PutAsync(Stream content, bool checkExisting = false, CancellationToken cancellation = default)
    {
        if (!content.CanSeek) throw new ArgumentException("the stream cannot seek, but it has to be read twice", nameof(content));
        var start = content.Position;
        var part = new PartRef(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)), content.Position - start);
        await PutAsync(part, async name =>
        {
            content.Position = start;
            return await store.CreateAsync(name, content, cancellation);
        }, checkExisting, cancellation);
        return part;
    }

    /// <summary>A whole part, up to 2 GB. Throws <see cref="CorruptPartException"/> if it is missing or not what its reference says.</summary>
    public async Task<byte[]> ReadAsync(PartRef part, CancellationToken cancellation = default)
    {
        await using var stream = await OpenReadAsync(part, cancellation);
        var content = new byte[part.Bytes];
        await stream.ReadExactlyAsync(content, cancellation);
        if (part.Bytes == 0) _ = await stream.ReadAsync(new byte[1], cancellation);
        return content;
    }

    /// <summary>A part's bytes in constant memory. Its length is checked now, its hash when the last byte is read: only then may what
    /// was read be trusted.</summary>
    public async Task<Stream> OpenReadAsync(PartRef part, CancellationToken cancellation = default)
    {
        var stream = await store.OpenReadAsync(PartName.Of(part), cancellation) ?? throw CorruptPartException.Missing(part, store.Description);
        if (stream.Length == part.Bytes) return new HashCheckingStream(stream, part, store.Description);
        await using (stream) throw CorruptPartException.WrongLength(part, store.Description, stream.Length);
    }

    /// <summary>Reads the whole part in constant memory to say how it is.</summary>
    public async Task<PartState> VerifyAsync(PartRef part, CancellationToken cancellation = default)
    {
        try
        {
            await using var stream = await OpenReadAsync(part, cancellation);
            var buffer = new byte[BufferBytes];
            while (await stream.ReadAsync(buffer, cancellation) > 0)
            {
                // The stream checks what it passes on.
            }

            return PartState.Sound;
        }
        catch (CorruptPartException fault)
        {
            return fault.State;
        }
    }

    /// <summary>Deletes a part; false if it was not there. Only what nothing refers to any more, or what is corrupt, may go.</summary>
    public Task<bool> DeleteAsync(PartRef part, CancellationToken cancellation = default) => store.DeleteAsync(PartName.Of(part), null, cancellation);

    private async Task PutAsync(PartRef part, Func<string, Task<bool>> create, bool checkExisting, CancellationToken cancellation)
    {
        var name = PartName.Of(part);
        var mayBeNew = part.Bytes <= SmallBytes || await store.FindAsync(name, cancellation) is null;
        if (mayBeNew && await create(name)) return;
        while (!await IsKeptAsync(part, name, checkExisting, cancellation))
        {
            // What is there is wrong. Others who put this part may be replacing it too; all write the same bytes.
            await store.DeleteAsync(name, null, cancellation);
            if (await create(name)) return;
        }
    }

    /// <summary>Touches it before it looks: what is found sound after that will stay.</summary>
    private async Task<bool> IsKeptAsync(PartRef part, string name, bool checkExisting, CancellationToken cancellation) =>
        await store.TouchAsync(name, cancellation) && (checkExisting
            ? await VerifyAsync(part, cancellation) == PartState.Sound
            : (await store.FindAsync(name, cancellation))?.Bytes == part.Bytes);
}
