using System.Globalization;
using System.Text;
using SimXir.Dynamics;

namespace SimXir.Report;

/// <summary>A verdict on each reading of the paper's theorems.</summary>
public static class TheoremText
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["4.3"] = "Theorem 4.3, contraction: sup |f(x) - f(y)| within a group, the diameter",
        ["4.4"] = "Theorem 4.4, alienation: inf |f(x1) - f(x2)| between two groups, the distance",
        ["4.5"] = "Conjecture 4.5, near invariance of group means",
        ["A.3"] = "Conjecture 4.5 on the sphere (A.3)",
        ["4.6"] = "Theorem 4.6, contraction on the sphere; the paper's condition: no two points of the group opposite",
        ["4.7"] = "Theorem 4.7, alienation on the sphere",
    };

    /// <param name="cases">Random cases that were tried.</param>
    /// <param name="seed">Of them.</param>
    /// <param name="results">Of the search.</param>
    public static string Of(int cases, int seed, IReadOnlyList<ClaimResult> results)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"The paper's theorems, tried on {cases} random cases (seed {seed}) and {KnownCases.All.Count} known ones\n"));
        foreach (var theorem in results.GroupBy(result => result.Theorem))
        {
            text.Append('\n').Append(Titles[theorem.Key]).Append('\n');
            foreach (var result in theorem) Write(text, result);
        }
        return text.Append("\nn of m: it held in n of the m cases that met its conditions. In an example, each point of a group has its\nrepresentation at t = 0 in brackets, and after ~ the numbers of its neighbours.\n").ToString();
    }

    private static void Write(StringBuilder text, ClaimResult result)
    {
        var verdict = result.Verdict switch { Verdict.Fails => "fails", Verdict.Holds => "holds", Verdict.HoldsUnder => "holds under", _ => "untried" };
        var condition = result.Condition is null ? "" : $"; under: {result.Condition}";
        text.Append(CultureInfo.InvariantCulture, $"  {verdict,-11} {result.Text}{condition}  ({result.Held} of {result.Cases})\n");
        if (result.Example is { } example) text.Append(CultureInfo.InvariantCulture, $"              {result.Name}: {example.What}\n              {example.Case.Describe()}\n");
    }
}
