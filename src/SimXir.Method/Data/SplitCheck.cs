using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>How many images a split has, in all and of each label from 0 on.</summary>
public sealed record SplitCheck(int Count, ImmutableArray<int> PerClass)
{
    public static SplitCheck Of(ImageSet images)
    {
        var perClass = new int[images.Classes];
        foreach (var label in images.Labels) perClass[label]++;
        return new SplitCheck(images.Count, [.. perClass]);
    }
}
