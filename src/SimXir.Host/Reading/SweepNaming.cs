using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>What to tell someone who named a sweep that a store does not have.</summary>
internal static class SweepNaming
{
    private const int Most = 20;

    public static string Cure(SweepId asked, IReadOnlyCollection<SweepId> known)
    {
        if (known.Count == 0) return "it holds none yet: 'simxir run SPEC' makes one";
        var near = Nearest.Find(asked.Value, known.Select(sweep => sweep.Value));
        var rest = known.Count > Most ? FormattableString.Invariant($" and {known.Count - Most} more: 'simxir list' shows them") : "";
        return $"{(near is null ? "" : $"did you mean '{near}'? ")}it holds {string.Join(", ", known.Take(Most))}{rest}";
    }
}
