using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Eight registers of 256 bits, which leaves room for operands where there are sixteen: four queries by 16 features.</summary>
internal sealed unsafe class TileKernel256 : TileKernel
{
    private const int Lanes = 8;

    public override int Rows => 4;

    public override int Columns => 2 * Lanes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Multiply(float* a, float* b, int depth, float* tile)
    {
        Vector256<float> low0 = default, high0 = default;
        Vector256<float> low1 = default, high1 = default;
        Vector256<float> low2 = default, high2 = default;
        Vector256<float> low3 = default, high3 = default;
        for (var d = 0; d < depth; d++, a += 4, b += 2 * Lanes)
        {
            var (low, high) = (Vector256.Load(b), Vector256.Load(b + Lanes));
            var q0 = Vector256.Create(a[0]);
            low0 = Vector256.FusedMultiplyAdd(q0, low, low0);
            high0 = Vector256.FusedMultiplyAdd(q0, high, high0);
            var q1 = Vector256.Create(a[1]);
            low1 = Vector256.FusedMultiplyAdd(q1, low, low1);
            high1 = Vector256.FusedMultiplyAdd(q1, high, high1);
            var q2 = Vector256.Create(a[2]);
            low2 = Vector256.FusedMultiplyAdd(q2, low, low2);
            high2 = Vector256.FusedMultiplyAdd(q2, high, high2);
            var q3 = Vector256.Create(a[3]);
            low3 = Vector256.FusedMultiplyAdd(q3, low, low3);
            high3 = Vector256.FusedMultiplyAdd(q3, high, high3);
        }
        Store(low0, high0, tile, 0);
        Store(low1, high1, tile, 1);
        Store(low2, high2, tile, 2);
        Store(low3, high3, tile, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> low, Vector256<float> high, float* tile, int row)
    {
        low.Store(tile + row * 2 * Lanes);
        high.Store(tile + row * 2 * Lanes + Lanes);
    }
}
