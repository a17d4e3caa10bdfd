using System.Globalization;
using System.Text;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>A measured figure as a person reads it.</summary>
public static class BenchText
{
    public static string Of(BenchResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{result.Name}: {result.Value:G4} {result.Unit}"));
        foreach (var (name, value) in result.Config) text.AppendLine($"  {name,-21} {value?.ToString() ?? "-"}");
        return text.ToString();
    }
}
