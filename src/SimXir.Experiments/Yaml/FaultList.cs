using System.Collections.Immutable;
using System.Text;

namespace SimXir.Experiments;

/// <summary>Gathers all faults of a spec, to be told at once.</summary>
internal sealed class FaultList
{
    /// <summary>Characters of a value that a message quotes.</summary>
    private const int MaxShown = 60;

    private readonly List<SpecFault> _faults = [];

    public int Count => _faults.Count;

    public void Add(YamlNode at, string path, string found, string allowed, string cure = "") =>
        Add(at.Line, at.Column, path, found, allowed, cure);

    public void Add(int line, int column, string path, string found, string allowed, string cure = "") =>
        _faults.Add(new SpecFault(line, path, found, allowed, cure) { Column = column });

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<SpecFault> InOrder() => [.. _faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    /// <summary>A value as a message may quote it: on one line, and not too long.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MaxShown) return shown.Append('…').ToString();
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar) shown.Append('?');
            else shown.Append(rune.ToString());
        }

        return shown.ToString();
    }
}
