namespace SimXir.Report;

/// <summary>By what representations are grouped.</summary>
public enum Grouping
{
    /// <summary>The neighbour-connected groups of the data: each image with its views, and images whose views are near each other.</summary>
    Views,

    /// <summary>The classes, which the method never saw.</summary>
    Classes,
}
