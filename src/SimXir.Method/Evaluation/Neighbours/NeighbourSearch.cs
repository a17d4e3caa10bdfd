using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>The search by one distance: candidates by float32 keys first, then their order in double precision.</summary>
internal sealed class NeighbourSearch
{
    // So many more candidates than neighbours: rounding seldom misplaces a neighbour by as many ranks.
    private const int Margin = 11;

    private readonly DistanceOrder _order;
    private readonly int _bank;
    private readonly int _k;
    private readonly float[] _offsets;
    private readonly float[] _scales;
    private readonly Candidates<float>[] _candidates;

    /// <param name="order">The distance.</param>
    /// <param name="bank">N.</param>
    /// <param name="padded">N rounded up to whole tiles; what is beyond N is infinitely far.</param>
    /// <param name="queries">Q.</param>
    /// <param name="k">Neighbours a query, N at most.</param>
    public NeighbourSearch(DistanceOrder order, int bank, int padded, int queries, int k)
    {
        (_order, _bank, _k, _offsets, _scales) = (order, bank, k, new float[padded], new float[padded]);
        Array.Fill(_offsets, float.PositiveInfinity);
        for (var i = 0; i < bank; i++) (_offsets[i], _scales[i]) = order.Key(i);
        _candidates = [.. Enumerable.Range(0, queries).Select(_ => new Candidates<float>(k + Margin))];
    }

    /// <summary>Looks at one row of a tile.</summary>
    /// <param name="query">Whose row it is.</param>
    /// <param name="dots">(C): its products with a run of the bank; whole vectors.</param>
    /// <param name="start">Where in the bank the run starts.</param>
    public void Scan(int query, ReadOnlySpan<float> dots, int start)
    {
        var nearest = _candidates[query];
        ref var offsets = ref _offsets[start];
        ref var scales = ref _scales[start];
        for (var i = 0; i < dots.Length; i += Vector512<float>.Count)
        {
            var scale = Vector512.LoadUnsafe(ref scales, (nuint)i);
            var keys = Vector512.FusedMultiplyAdd(Vector512.Create(dots[i..]), scale, Vector512.LoadUnsafe(ref offsets, (nuint)i));
            var near = Vector512.LessThan(keys, Vector512.Create(nearest.Bar)).ExtractMostSignificantBits();
            if (near != 0) Offer(nearest, keys, near, start + i);
        }
    }

    /// <summary>The k nearest, nearest first. A query whose last neighbour could have a rival among what was passed over is compared with
    /// all of the bank.</summary>
    public int[] Rank(int query)
    {
        var candidates = _candidates[query];
        var indices = candidates.Indices.ToArray();
        Array.Sort(indices);
        var nearest = new Candidates<double>(_k);
        foreach (var index in indices) nearest.Offer(_order.Exact(query, index), index);
        if (nearest.Bar < _order.Floor(query, candidates.Bar)) return nearest.Indices.ToArray();

        nearest = new Candidates<double>(_k);
        for (var index = 0; index < _bank; index++) nearest.Offer(_order.Exact(query, index), index);
        return nearest.Indices.ToArray();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Offer(Candidates<float> nearest, Vector512<float> keys, ulong near, int start)
    {
        for (; near != 0; near &= near - 1)
        {
            var lane = (int)ulong.TrailingZeroCount(near);
            nearest.Offer(keys[lane], start + lane);
        }
    }
}
