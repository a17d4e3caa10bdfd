using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>A part is missing or not what its hash says: whatever made it has to make it again.</summary>
public sealed class CorruptPartException : Exception
{
    private CorruptPartException(string message, PartRef part, PartState state)
        : base(message)
    {
        Part = part;
        State = state;
    }

    public PartRef Part { get; }

    /// <summary><see cref="PartState.Missing"/> or <see cref="PartState.Corrupt"/>.</summary>
    public PartState State { get; }

    internal static CorruptPartException Missing(PartRef part, string store) =>
        new($"store '{store}': '{PartName.Of(part)}' ({part.Bytes} bytes) is missing; the round that made it has to run again", part, PartState.Missing);

    internal static CorruptPartException WrongLength(PartRef part, string store, long found) =>
        Corrupt(part, store, $"it has {found} bytes instead of {part.Bytes}");

    internal static CorruptPartException WrongHash(PartRef part, string store, string found) =>
        Corrupt(part, store, $"its SHA-256 is {found}");

    private static CorruptPartException Corrupt(PartRef part, string store, string what) =>
        new($"store '{store}': '{PartName.Of(part)}' is corrupt: {what}; the round that made it has to run again", part, PartState.Corrupt);
}
