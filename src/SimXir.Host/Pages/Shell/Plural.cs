using System.Globalization;

namespace SimXir.Host.Pages;

/// <summary>A number with its word.</summary>
internal static class Plural
{
    /// <summary>Such as <c>1 slot</c>, <c>2 slots</c>.</summary>
    public static string Of(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {word}{(count == 1 ? "" : "s")}");
}
