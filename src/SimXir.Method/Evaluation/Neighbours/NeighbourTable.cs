namespace SimXir.Method;

/// <summary>The nearest of the bank to each query, nearest first; equal distances in order of index.</summary>
/// <param name="Cosine">(Q, K): by 1 - cos; empty where it was not asked for.</param>
/// <param name="Euclidean">(Q, K): by the l2 distance of the features as they are; empty where it was not asked for.</param>
public sealed record NeighbourTable(int[][] Cosine, int[][] Euclidean);
