using Orleans.Serialization.Serializers;
using Orleans.Storage;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>Grain state as JSON documents <c>grains/&lt;type&gt;/&lt;key&gt;.json</c> in the object store, guarded by ETags.</summary>
public sealed class ObjectGrainStorage(IObjectStore store, IActivatorProvider activators) : IGrainStorage
{
    /// <summary>Where the state of a grain stands; a key with '/' makes folders.</summary>
    public static string NameOf(string type, string key) => GrainNames.Of(type, key);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = await store.ReadAsync(NameOf(grainId), CancellationToken.None);
        grainState.RecordExists = found is not null;
        grainState.ETag = found?.ETag;
        grainState.State = found is null ? activators.GetActivator<T>().Create() : GrainStateJson.Read<T>(found.Content);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (name, content) = (NameOf(grainId), GrainStateJson.Write(grainState.State));
        var etag = grainState.ETag is null
            ? await store.CreateAsync(name, content, CancellationToken.None)
            : await store.ReplaceAsync(name, content, grainState.ETag, CancellationToken.None);
        grainState.ETag = etag ?? throw new InconsistentStateException($"{name} was written by another activation", "another", grainState.ETag ?? "none");
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var name = NameOf(grainId);
        if (grainState.RecordExists && !await store.DeleteAsync(name, grainState.ETag, CancellationToken.None))
            throw new InconsistentStateException($"{name} was written by another activation", "another", grainState.ETag ?? "none");
        (grainState.ETag, grainState.RecordExists) = (null, false);
        grainState.State = activators.GetActivator<T>().Create();
    }

    private static string NameOf(GrainId grain) => NameOf(grain.Type.ToString()!, grain.Key.ToString()!);
}
