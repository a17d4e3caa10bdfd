using System.Buffers;

namespace SimXir.Method;

/// <summary>Room for a kernel's work: on the stack, which stays in the first-level cache, for the small images that are drawn by the
/// hundred thousand each second, and in rented memory for images that no stack should hold.</summary>
internal ref struct Scratch
{
    private readonly float[]? _rented;

    /// <param name="near">The stack's, as large as images of 32x32 need.</param>
    /// <param name="length">How much is needed.</param>
    public Scratch(Span<float> near, int length)
    {
        if (length > near.Length) _rented = ArrayPool<float>.Shared.Rent(length);
        Values = (_rented ?? near)[..length];
    }

    /// <summary>As long as was asked for, of any content.</summary>
    public Span<float> Values { get; }

    /// <summary>S of an image (3, S, S) of so many values.</summary>
    public static int SideOf(int values) => (int)Math.Sqrt(values / ImageSet.Channels);

    public readonly void Dispose()
    {
        if (_rented is not null) ArrayPool<float>.Shared.Return(_rented);
    }
}
