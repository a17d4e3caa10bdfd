using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Sixteen registers of 512 bits: eight queries by 32 features.</summary>
internal sealed unsafe class TileKernel512 : TileKernel
{
    private const int Lanes = 16;

    public override int Rows => 8;

    public override int Columns => 2 * Lanes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Multiply(float* a, float* b, int depth, float* tile)
    {
        Vector512<float> low0 = default, high0 = default;
        Vector512<float> low1 = default, high1 = default;
        Vector512<float> low2 = default, high2 = default;
        Vector512<float> low3 = default, high3 = default;
        Vector512<float> low4 = default, high4 = default;
        Vector512<float> low5 = default, high5 = default;
        Vector512<float> low6 = default, high6 = default;
        Vector512<float> low7 = default, high7 = default;
        for (var d = 0; d < depth; d++, a += 8, b += 2 * Lanes)
        {
            var (low, high) = (Vector512.Load(b), Vector512.Load(b + Lanes));
            var q0 = Vector512.Create(a[0]);
            low0 = Vector512.FusedMultiplyAdd(q0, low, low0);
            high0 = Vector512.FusedMultiplyAdd(q0, high, high0);
            var q1 = Vector512.Create(a[1]);
            low1 = Vector512.FusedMultiplyAdd(q1, low, low1);
            high1 = Vector512.FusedMultiplyAdd(q1, high, high1);
            var q2 = Vector512.Create(a[2]);
            low2 = Vector512.FusedMultiplyAdd(q2, low, low2);
            high2 = Vector512.FusedMultiplyAdd(q2, high, high2);
            var q3 = Vector512.Create(a[3]);
            low3 = Vector512.FusedMultiplyAdd(q3, low, low3);
            high3 = Vector512.FusedMultiplyAdd(q3, high, high3);
            var q4 = Vector512.Create(a[4]);
            low4 = Vector512.FusedMultiplyAdd(q4, low, low4);
            high4 = Vector512.FusedMultiplyAdd(q4, high, high4);
            var q5 = Vector512.Create(a[5]);
            low5 = Vector512.FusedMultiplyAdd(q5, low, low5);
            high5 = Vector512.FusedMultiplyAdd(q5, high, high5);
            var q6 = Vector512.Create(a[6]);
            low6 = Vector512.FusedMultiplyAdd(q6, low, low6);
            high6 = Vector512.FusedMultiplyAdd(q6, high, high6);
            var q7 = Vector512.Create(a[7]);
            low7 = Vector512.FusedMultiplyAdd(q7, low, low7);
            high7 = Vector512.FusedMultiplyAdd(q7, high, high7);
        }
        Store(low0, high0, tile, 0);
        Store(low1, high1, tile, 1);
        Store(low2, high2, tile, 2);
        Store(low3, high3, tile, 3);
        Store(low4, high4, tile, 4);
        Store(low5, high5, tile, 5);
        Store(low6, high6, tile, 6);
        Store(low7, high7, tile, 7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> low, Vector512<float> high, float* tile, int row)
    {
        low.Store(tile + row * 2 * Lanes);
        high.Store(tile + row * 2 * Lanes + Lanes);
    }
}
