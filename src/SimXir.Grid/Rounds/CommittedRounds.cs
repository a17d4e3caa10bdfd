using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>Committed results as the grid looks at them: found, verified, or retracted where they are damaged.</summary>
public sealed class CommittedRounds(RoundStore rounds, ContentStore parts, IObjectStore store)
{
    /// <summary>The manifest, where the round has one; a commit that its worker did not live to finish is finished.</summary>
    public async Task<RoundManifest?> FindAsync(RoundKey key, long fence) => (await rounds.ReadCommittedAsync(key, fence))?.Manifest;

    /// <summary>Whether a manifest stands, readable or not: one request. A commit that was cut off before it is found by whoever takes the round.</summary>
    public async Task<bool> AnyAsync(RoundKey key)
    {
        try
        {
            return await rounds.ReadManifestAsync(key) is not null;
        }
        catch (CorruptRecordException)
        {
            return true;
        }
    }

    /// <summary>The head, or null where it is absent or cannot be read: it only serves to tell how much was lost.</summary>
    public async Task<RoundHead?> HeadAsync(RoundKey key)
    {
        try
        {
            return await rounds.ReadHeadAsync(key);
        }
        catch (CorruptRecordException)
        {
            return null; // the next owner's take reads it again, and says so
        }
    }

    /// <summary>The manifest if every part is there and has its hash; otherwise null, and what was wrong where there was something.
    /// A damaged result is retracted, so that the round can be made again.</summary>
    public async Task<(RoundManifest? Manifest, string? Fault)> VerifyAsync(RoundKey key)
    {
        try
        {
            if (await rounds.KeepAsync(key) is not { } found) return (null, null);
            foreach (var (name, part) in found.Manifest.Parts)
            {
                var state = await parts.VerifyAsync(part);
                if (state == PartState.Sound) continue;
                await rounds.RetractAsync(key, found);
                if (state == PartState.Corrupt) await parts.DeleteAsync(part);
                return (null, $"its {name} (sha256:{part.Sha256}) {(state == PartState.Missing ? "are missing from the store" : "do not have their hash any more")}");
            }
            return (found.Manifest, null);
        }
        catch (CorruptRecordException fault)
        {
            await store.DeleteAsync(fault.Name, fault.ETag);
            return (null, fault.Message);
        }
    }
}
