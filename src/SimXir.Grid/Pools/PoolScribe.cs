using System.Text.Json;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>Writes down what a pool knows, where it has changed since.</summary>
public sealed class PoolScribe(IObjectStore store, TimeProvider time)
{
    private string _written = "";

    /// <summary>Where the record of a pool stands.</summary>
    public static string NameOf(string pool) => ObjectGrainStorage.NameOf("pool", pool);

    public async Task WriteAsync(string pool, PoolStatus status, CancellationToken cancellation)
    {
        var (waiting, head) = (status.Waiting.Length, status with { Waiting = [.. status.Waiting.Take(PoolRecord.Most)] });
        var text = $"{waiting} {JsonSerializer.Serialize(head, CorridorJson.Options)}";
        if (text == _written) return;
        await store.PutAsync(NameOf(pool), GrainStateJson.Write(new PoolRecord(time.GetUtcNow(), waiting, head)), cancellation);
        _written = text;
    }
}
