using System.Globalization;

namespace SimXir.Experiments;

/// <summary>A number with its word.</summary>
public static class CountText
{
    /// <summary>Such as <c>1 slot</c>, <c>2,000 slots</c>.</summary>
    public static string Of(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {word}{(count == 1 ? "" : "s")}");
}
