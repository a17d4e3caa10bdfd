namespace SimXir.Method;

/// <summary>The paper's two distances (section 5).</summary>
[Flags]
public enum KnnMetric
{
    /// <summary>1 - cos, which orders as the paper's 2 - 2 cos does.</summary>
    Cosine = 1,

    /// <summary>The l2 distance of the features as they are.</summary>
    Euclidean = 2,

    /// <summary>Each on its own, from one matrix product.</summary>
    Both = Cosine | Euclidean,
}
