namespace SimXir.Experiments;

/// <summary>Guesses which known word a misspelt one was meant to be.</summary>
public static class Nearest
{
    /// <summary>Longer words are nobody's typing error.</summary>
    private const int MaxLength = 64;

    /// <summary><c>Did you mean 'x'?</c>, or nothing where no known word is near.</summary>
    public static string Question(string word, IEnumerable<string> known) => Find(word, known) is { } near ? $"Did you mean '{near}'?" : "";

    public static string? Find(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > MaxLength) return null;
        var best = known.Select(candidate => (Word: candidate, Distance: Distance(Fold(word), Fold(candidate))))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Word is { } near && best.Distance <= Math.Max(1, Math.Max(near.Length, word.Length) / 3) ? near : null;
    }

    /// <summary>The known words, the nearest first.</summary>
    public static IEnumerable<string> Order(string word, IEnumerable<string> known) =>
        known.OrderBy(candidate => Distance(Fold(word), Fold(candidate))).ThenBy(candidate => candidate, StringComparer.Ordinal);

    private static string Fold(string word) =>
        word.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    /// <summary>Letters to insert, delete, replace, or swap with their neighbour (optimal string alignment).</summary>
    internal static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
