using System.Collections.Immutable;
using System.Globalization;

namespace SimXir.Cli;

/// <summary>Sums up names that were left: each by the shortest beginning that it shares with no name that was used.</summary>
public static class NameGroups
{
    private const int MaxShown = 12;

    /// <summary>Such as <c>state_dict/module.encoder_k.* (320), state_dict/module.queue</c>.</summary>
    public static string Describe(ImmutableArray<string> left, ImmutableArray<string> used)
    {
        var beginnings = used.SelectMany(Beginnings).ToHashSet(StringComparer.Ordinal);
        var groups = left.GroupBy(name => Beginnings(name).FirstOrDefault(beginning => !beginnings.Contains(beginning)) ?? name, StringComparer.Ordinal).ToArray();
        var shown = groups.Take(MaxShown).Select(group => group.Key.EndsWith('.') || group.Key.EndsWith('/')
            ? string.Create(CultureInfo.InvariantCulture, $"{CheckpointText.Plain(group.Key)}* ({group.Count()})")
            : CheckpointText.Plain(group.Key));
        var text = string.Join(", ", shown);
        return groups.Length > MaxShown ? string.Create(CultureInfo.InvariantCulture, $"{text} and {groups.Length - MaxShown} more kinds") : text;
    }

    /// <summary>The parts of a name up to each '.' and '/', shortest first.</summary>
    private static IEnumerable<string> Beginnings(string name)
    {
        for (var i = 0; i < name.Length; i++)
            if (name[i] is '.' or '/') yield return name[..(i + 1)];
    }
}
