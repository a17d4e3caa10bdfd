using Orleans.Serialization.Cloning;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The corridor's words do not change: within a silo a message carries them as they are.</summary>
internal sealed class CorridorCopier : IGeneralizedCopier
{
    public static bool IsOfCorridor(Type type) => type.Namespace == typeof(RoundKey).Namespace;

    public bool IsSupportedType(Type type) => IsOfCorridor(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
