using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>The neighbour-connected groups of definition 4.1: the connected components of the neighbour graph.</summary>
public sealed class NeighbourGroups
{
    private NeighbourGroups(ImmutableArray<int> labels, ImmutableArray<ImmutableArray<int>> members) => (Labels, Members) = (labels, members);

    /// <summary>(N): the group of each input, counted from 0 in the order of their first inputs.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>Of each group, its inputs, rising.</summary>
    public ImmutableArray<ImmutableArray<int>> Members { get; }

    /// <summary>Finds them by union-find.</summary>
    public static NeighbourGroups Of(Neighbourhoods neighbours)
    {
        var parents = Enumerable.Range(0, neighbours.Count).ToArray();
        for (var row = 0; row < neighbours.Count; row++)
            foreach (var column in neighbours.Columns.AsSpan(neighbours.Starts[row]..neighbours.Starts[row + 1]))
                Join(parents, neighbours.Order[row], neighbours.Order[column]);
        return Of([.. parents.Select((_, input) => Root(parents, input))]);
    }

    /// <summary>The same where some inputs belong together whether or not they are near, such as the views of an image, all of which are
    /// neighbours of the image itself (equation 2.1).</summary>
    /// <param name="neighbours">Of N inputs.</param>
    /// <param name="together">(N): equal where inputs belong together.</param>
    public static NeighbourGroups Of(Neighbourhoods neighbours, IReadOnlyList<int> together)
    {
        var near = Of(neighbours).Labels;
        var parents = Enumerable.Range(0, near.Length).ToArray();
        foreach (var labels in new[] { near, together })
            foreach (var members in labels.Index().GroupBy(pair => pair.Item, pair => pair.Index))
                foreach (var member in members) Join(parents, members.First(), member);
        return Of([.. parents.Select((_, input) => Root(parents, input))]);
    }

    /// <summary>Groups given by any labels, such as classes.</summary>
    /// <param name="labels">(N): any numbers, equal within a group.</param>
    public static NeighbourGroups Of(IReadOnlyList<int> labels)
    {
        var numbers = new Dictionary<int, int>();
        foreach (var label in labels) numbers.TryAdd(label, numbers.Count);
        ImmutableArray<int> renumbered = [.. labels.Select(label => numbers[label])];
        return new NeighbourGroups(renumbered, [.. renumbered.Index().GroupBy(pair => pair.Item, pair => pair.Index).Select(group => group.ToImmutableArray())]);
    }

    /// <summary>The smaller root becomes the parent, so that a root is its group's first input.</summary>
    private static void Join(int[] parents, int a, int b)
    {
        (a, b) = (Root(parents, a), Root(parents, b));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>Halves the path on its way, which keeps paths short.</summary>
    private static int Root(int[] parents, int input)
    {
        while (parents[input] != input) input = parents[input] = parents[parents[input]];
        return input;
    }
}
