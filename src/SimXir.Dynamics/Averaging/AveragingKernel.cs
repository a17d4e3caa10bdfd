using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimXir.Dynamics;

/// <summary>The sums behind a step: each row's neighbours in rising order, whatever thread does it, so that results never depend on threads.</summary>
internal static class AveragingKernel
{
    /// <summary>next = the mean over each row's neighbours of f.</summary>
    /// <param name="neighbours">Of N rows.</param>
    /// <param name="f">(N, D), in the rows' order.</param>
    /// <param name="next">(N, D).</param>
    /// <param name="dimensions">D.</param>
    /// <param name="rows">Which rows to do.</param>
    public static void Mean(Neighbourhoods neighbours, double[] f, double[] next, int dimensions, Range rows)
    {
        for (var row = rows.Start.Value; row < rows.End.Value; row++)
        {
            var columns = neighbours.Columns.AsSpan(neighbours.Starts[row]..neighbours.Starts[row + 1]);
            var mean = next.AsSpan(row * dimensions, dimensions);
            if (dimensions == 2) (Sum2(columns, f) / columns.Length).CopyTo(mean);
            else Mean(columns, f, mean);
        }
    }

    /// <summary>Four sums at a time: one addition need not wait for the last.</summary>
    private static Vector128<double> Sum2(ReadOnlySpan<int> columns, double[] f)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(f);
        Vector128<double> a = default, b = default, c = default, d = default;
        var i = 0;
        for (; i <= columns.Length - 4; i += 4)
        {
            a += Vector128.LoadUnsafe(ref first, 2 * (nuint)columns[i]);
            b += Vector128.LoadUnsafe(ref first, 2 * (nuint)columns[i + 1]);
            c += Vector128.LoadUnsafe(ref first, 2 * (nuint)columns[i + 2]);
            d += Vector128.LoadUnsafe(ref first, 2 * (nuint)columns[i + 3]);
        }
        for (; i < columns.Length; i++) a += Vector128.LoadUnsafe(ref first, 2 * (nuint)columns[i]);
        return a + b + (c + d);
    }

    private static void Mean(ReadOnlySpan<int> columns, double[] f, Span<double> mean)
    {
        mean.Clear();
        foreach (var column in columns)
        {
            var point = f.AsSpan(column * mean.Length, mean.Length);
            var i = 0;
            for (; i <= mean.Length - Vector<double>.Count; i += Vector<double>.Count)
                (new Vector<double>(mean[i..]) + new Vector<double>(point[i..])).CopyTo(mean[i..]);
            for (; i < mean.Length; i++) mean[i] += point[i];
        }
        for (var i = 0; i < mean.Length; i++) mean[i] /= columns.Length;
    }
}
