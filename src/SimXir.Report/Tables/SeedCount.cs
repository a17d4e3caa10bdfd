using System.Globalization;

namespace SimXir.Report;

internal static class SeedCount
{
    /// <summary><c>3</c> where all seeds have the figure, <c>2/3</c> where some have not.</summary>
    public static string Of(int judged, int all)
    {
        var of = all.ToString(CultureInfo.InvariantCulture);
        return judged == all ? of : $"{judged.ToString(CultureInfo.InvariantCulture)}/{of}";
    }
}
