using System.Runtime.Intrinsics;

namespace SimXir.Method;

/// <summary>Distances of two feature vectors in double precision, summed in one order whatever the machine.</summary>
internal static class ExactDistance
{
    /// <summary>a . b.</summary>
    public static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (sum, i) = (Vector256<double>.Zero, 0);
        for (; i <= a.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(a[i..]));
            var (lowB, highB) = Vector256.Widen(Vector256.Create(b[i..]));
            sum += low * lowB;
            sum += high * highB;
        }
        var total = Vector256.Sum(sum);
        for (; i < a.Length; i++) total += (double)a[i] * b[i];
        return total;
    }

    /// <summary>|a - b|^2, which orders as |a - b| does.</summary>
    public static double SquaredEuclidean(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (sum, i) = (Vector256<double>.Zero, 0);
        for (; i <= a.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(a[i..]));
            var (lowB, highB) = Vector256.Widen(Vector256.Create(b[i..]));
            sum += (low - lowB) * (low - lowB);
            sum += (high - highB) * (high - highB);
        }
        var total = Vector256.Sum(sum);
        for (; i < a.Length; i++) total += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
        return total;
    }

    /// <summary>1 - cos(a, b); 1 where either is zero. The paper's 2 - 2 cos orders alike.</summary>
    public static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var norms = Math.Sqrt(Dot(a, a) * Dot(b, b));
        return norms > 0 ? 1 - Dot(a, b) / norms : 1;
    }
}
