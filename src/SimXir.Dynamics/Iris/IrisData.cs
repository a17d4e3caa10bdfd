using System.Globalization;

namespace SimXir.Dynamics;

/// <summary>Fisher's Iris data (1936): 150 flowers of three species, 50 each, by four lengths in centimetres.</summary>
public static class IrisData
{
    private static readonly Lazy<string[][]> Rows = new(Read);

    /// <summary>(150, 4): length and width of sepal and petal.</summary>
    public static double[][] Points =>
        [.. Rows.Value.Select(row => row[..^1].Select(length => double.Parse(length, CultureInfo.InvariantCulture)).ToArray())];

    /// <summary>(150): 0 setosa, 1 versicolor, 2 virginica.</summary>
    public static int[] Labels => [.. Rows.Value.Select(row => Array.IndexOf(Species, row[^1]))];

    private static string[] Species => ["setosa", "versicolor", "virginica"];

    private static string[][] Read()
    {
        using var stream = typeof(IrisData).Assembly.GetManifestResourceStream("iris.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
    }
}
