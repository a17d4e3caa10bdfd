using System.Globalization;

namespace SimXir.Dynamics;

/// <summary>
/// The neighbourhood N(x) of each of N inputs, x itself included, as sparse rows: one array for all neighbours and one for where each input's
/// begin. Inputs are kept in an order in which neighbours are near each other in memory.
/// </summary>
public sealed class Neighbourhoods
{
    private Neighbourhoods(int[] order, int[] starts, int[] columns) => (Order, Starts, Columns) = (order, starts, columns);

    /// <summary>N, the number of inputs.</summary>
    public int Count => Order.Length;

    /// <summary>Of all neighbourhoods, the inputs themselves counted too.</summary>
    public int Edges => Columns.Length;

    /// <summary>(N): which input each row is.</summary>
    internal int[] Order { get; }

    /// <summary>(N + 1): where the neighbours of each row begin in <see cref="Columns"/>, and the end of the last.</summary>
    internal int[] Starts { get; }

    /// <summary>The neighbours of each row as rows, rising.</summary>
    internal int[] Columns { get; }

    /// <summary>N(x) = {x' : |x' - x| &lt; eps}, as in Table 4.</summary>
    /// <param name="inputs">(N, D).</param>
    /// <param name="eps">Above 0, or no input is its own neighbour.</param>
    /// <param name="threads">To search with; 1 or more. The result is the same with any number.</param>
    /// <exception cref="DynamicsException">The radius is impossible or makes too many neighbours.</exception>
    public static Neighbourhoods CloserThan(PointSet inputs, double eps, int threads = 1) => eps > 0
        ? Find(inputs, eps, distance => distance < eps, threads)
        : throw new DynamicsException(string.Create(CultureInfo.InvariantCulture, $"Radius {eps}: it must be above 0, since neighbours are nearer than it."));

    /// <summary>N(x) = {x' : |x' - x| &lt;= radius}, as in Figure 3.</summary>
    /// <param name="inputs">(N, D).</param>
    /// <param name="radius">0 or more.</param>
    /// <param name="threads">To search with; 1 or more. The result is the same with any number.</param>
    /// <exception cref="DynamicsException">The radius is impossible or makes too many neighbours.</exception>
    public static Neighbourhoods Within(PointSet inputs, double radius, int threads = 1) => radius >= 0
        ? Find(inputs, radius, distance => distance <= radius, threads)
        : throw new DynamicsException(string.Create(CultureInfo.InvariantCulture, $"Radius {radius}: it must be 0 or more."));

    /// <summary>The neighbours of an input, rising.</summary>
    public int[] Of(int input)
    {
        var row = Array.IndexOf(Order, input);
        int[] neighbours = [.. Columns[Starts[row]..Starts[row + 1]].Select(column => Order[column])];
        Array.Sort(neighbours);
        return neighbours;
    }

    /// <summary>(N): how many neighbours each input has, itself included.</summary>
    public int[] Sizes()
    {
        var sizes = new int[Count];
        for (var row = 0; row < Count; row++) sizes[Order[row]] = Starts[row + 1] - Starts[row];
        return sizes;
    }

    private static Neighbourhoods Find(PointSet inputs, double radius, Func<double, bool> near, int threads)
    {
        var search = new NeighbourSearch(inputs, radius, near, threads);
        var sizes = search.Sizes();
        var starts = new int[inputs.Count + 1];
        long edges = 0;
        for (var row = 0; row < sizes.Length; row++)
        {
            edges += sizes[row];
            if (edges > Array.MaxLength)
                throw new DynamicsException(string.Create(CultureInfo.InvariantCulture, $"Radius {radius} makes more than {Array.MaxLength} neighbours among {inputs.Count} points: choose a smaller one."));
            starts[row + 1] = (int)edges;
        }
        return new Neighbourhoods(search.Order, starts, search.Columns(starts));
    }
}
