using System.Text;

namespace SimXir.Method;

/// <summary>Text out of a file as a message may quote it: on one line, and not too long.</summary>
internal static class Shown
{
    public static string Of(string text, int maxCharacters = 80)
    {
        if (text.Length <= maxCharacters && text.All(char.IsAsciiLetterOrDigit)) return text;
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= maxCharacters) return shown.Append('…').ToString();
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar) shown.Append('?');
            else shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    public static string Of(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
