using System.Globalization;

namespace SimXir.Experiments;

/// <summary>Single values as a spec writes them, so that YAML 1.1 and 1.2 both read them back to the same value.</summary>
internal static class SpecText
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>The shortest text that reads back exactly. YAML 1.1 takes 1E-06 for a word and 1.0E-06 for a number.</summary>
    public static string Of(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal)
            ? text.Replace("E", ".0E", StringComparison.Ordinal)
            : text;
    }
}
