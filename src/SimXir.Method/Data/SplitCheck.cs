using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>How many images a split has, in all and of each label from 0 on.</summary>
public sealed record SplitCheck(int Count, ImmutableArray<int> PerClass)
{
    public static SplitCheck Of(ImageSet images) => Of(images.Labels, images.Classes);

    /// <param name="labels">0 to classes - 1.</param>
    /// <param name="classes">1 or more.</param>
    public static SplitCheck Of(IReadOnlyCollection<int> labels, int classes)
    {
        var perClass = new int[classes];
        foreach (var label in labels) perClass[label]++;
        return new SplitCheck(labels.Count, [.. perClass]);
    }
}
