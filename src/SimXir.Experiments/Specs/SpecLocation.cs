namespace SimXir.Experiments;

/// <summary>Finds in a spec's text what a fault is about that only shows outside of it, such as a name that the store does not hold.</summary>
public static class SpecLocation
{
    /// <param name="yaml">The text of a spec that was read without a fault.</param>
    /// <param name="fault">The fault but for its line and column; where the text does not write its path out, its first part is pointed at, or
    /// the beginning.</param>
    public static SpecFault Locate(string yaml, SpecFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        YamlNode? at = YamlTree.Read(yaml, new FaultList());
        foreach (var key in fault.Path.Split('.'))
        {
            if ((at as YamlMap)?.Entries.FirstOrDefault(entry => entry.Key.Text == key) is not { } entry) break;
            at = entry.Value;
        }

        return fault with { Line = at?.Line ?? 0, Column = at?.Column ?? 0 };
    }
}
