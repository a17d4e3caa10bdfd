namespace SimXir.Method;

/// <summary>The nearest of the bank to each query, nearest first; equal distances in order of index.</summary>
/// <param name="Cosine">(Q, K): by 1 - cos.</param>
/// <param name="Euclidean">(Q, K): by the l2 distance of the features as they are.</param>
public sealed record NeighbourTable(int[][] Cosine, int[][] Euclidean);
