using System.Collections.Immutable;
using System.Globalization;

namespace SimXir.Experiments;

/// <summary>A spec cannot be used; the message lists every fault, each with its line, value, what is allowed, and the cure.</summary>
public sealed class SpecException : Exception
{
    /// <summary>Faults that a message lists; <see cref="Faults"/> holds the others too.</summary>
    private const int MaxListed = 50;

    public SpecException(string sourceName, ImmutableArray<SpecFault> faults)
        : base(Describe(sourceName, faults))
    {
        SourceName = sourceName;
        Faults = faults;
    }

    /// <summary>A fault of the file as a whole.</summary>
    internal SpecException(string sourceName, string found, string allowed, string cure)
        : this(sourceName, [new SpecFault(0, "", found, allowed, cure)])
    {
    }

    /// <summary>The file, or what else the spec came from.</summary>
    public string SourceName { get; }

    /// <summary>In the order of the text, at least one.</summary>
    public ImmutableArray<SpecFault> Faults { get; }

    private static string Describe(string sourceName, ImmutableArray<SpecFault> faults)
    {
        if (faults is [{ Line: 0 } whole]) return $"{sourceName}: {whole}";
        var count = faults.Length.ToString(CultureInfo.InvariantCulture);
        var title = $"{sourceName} has {count} {(faults.Length == 1 ? "fault" : "faults")}:";
        var lines = faults.Take(MaxListed).Select(Describe).Prepend(title);
        if (faults.Length > MaxListed)
            lines = lines.Append(string.Create(CultureInfo.InvariantCulture, $"  and {faults.Length - MaxListed} more"));
        return string.Join('\n', lines);
    }

    private static string Describe(SpecFault fault) => fault.Line == 0
        ? $"  {fault}"
        : string.Create(CultureInfo.InvariantCulture, $"  line {fault.Line}: {fault}");
}
