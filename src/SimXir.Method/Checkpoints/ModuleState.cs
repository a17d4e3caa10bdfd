using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Carries named tensors between modules and files.</summary>
public static class ModuleState
{
    private const int FaultsNamed = 5;

    /// <summary>Copies of all parameters and buffers, by state-dict name.</summary>
    public static ImmutableSortedDictionary<string, StoredTensor> Copy(nn.Module module) =>
        module.state_dict()
            .ToImmutableSortedDictionary(pair => pair.Key, pair => StoredTensor.Copy(pair.Value, pair.Key), StringComparer.Ordinal);

    /// <summary>Overwrites all parameters and buffers; every name, shape and type must match.</summary>
    /// <param name="module">Its own state is untouched where the check fails.</param>
    /// <param name="state">By state-dict name.</param>
    /// <param name="source">What the state comes from, for a message.</param>
    public static void Load(nn.Module module, IReadOnlyDictionary<string, StoredTensor> state, string source) =>
        Load(module.state_dict(), state, source);

    /// <summary>Overwrites each of the named tensors; every name, shape and type must match.</summary>
    public static void Load(IReadOnlyDictionary<string, Tensor> targets, IReadOnlyDictionary<string, StoredTensor> state, string source)
    {
        var faults = targets.Keys.Except(state.Keys).Order(StringComparer.Ordinal).Select(name => $"'{name}' is missing")
            .Concat(state.Keys.Except(targets.Keys).Order(StringComparer.Ordinal).Select(name => $"'{Shown.Of(name)}' is not known"))
            .Concat(targets.Select(pair => Mismatch(pair.Key, pair.Value, state.GetValueOrDefault(pair.Key))).OfType<string>())
            .ToArray();
        if (faults.Length > FaultsNamed) faults = [.. faults.Take(FaultsNamed), $"and {faults.Length - FaultsNamed} more"];
        if (faults.Length > 0) throw new CheckpointException($"{source} does not fit: {string.Join("; ", faults)}");

        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        foreach (var (name, target) in targets) target.copy_(state[name].ToTensor());
    }

    private static string? Mismatch(string name, Tensor target, StoredTensor? stored)
    {
        if (stored is null || (target.shape.SequenceEqual(stored.Shape) && target.dtype == ElementTypes.TorchOf(stored.Type))) return null;
        var found = $"shape [{string.Join(", ", stored.Shape)}] and type {ElementTypes.NameOf(stored.Type)}";
        return $"'{name}' has {found}, wanted are [{string.Join(", ", target.shape)}] and {target.dtype}";
    }
}
