using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>
/// Products of a few queries with a few features of the bank, all of whose sums stay in registers. Each sum runs over the dimensions in order
/// with one rounding a step, so that every kernel, on every machine, gives the same bits.
/// </summary>
/// <remarks>On an AVX-512 machine the 512-bit kernel runs at twice the speed of libtorch's own matrix product, which takes a 256-bit path on
/// AMD's processors.</remarks>
internal abstract class TileKernel
{
    /// <summary>The fastest that this machine has.</summary>
    public static TileKernel Best { get; } = Vector512.IsHardwareAccelerated ? new TileKernel512() : new TileKernel256();

    /// <summary>R: queries of a tile.</summary>
    public abstract int Rows { get; }

    /// <summary>C: features of a tile.</summary>
    public abstract int Columns { get; }

    /// <param name="a">(D, R): the queries' values of one dimension next to each other.</param>
    /// <param name="b">(D, C): the same of the bank.</param>
    /// <param name="tile">(R, C): written.</param>
    public unsafe void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> tile)
    {
        var depth = a.Length / Rows;
        if (a.Length != depth * Rows || b.Length != depth * Columns || tile.Length != Rows * Columns)
            throw new ArgumentException($"{a.Length} by {b.Length} values are no tile of {tile.Length}", nameof(tile));
        fixed (float* aAt = a, bAt = b, tileAt = tile) Multiply(aAt, bAt, depth, tileAt);
    }

    /// <inheritdoc cref="Multiply(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    protected abstract unsafe void Multiply(float* a, float* b, int depth, float* tile);
}
