using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>A sweep, one of its experiments, or one of its cells: <c>SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]</c>.</summary>
public sealed record CellAddress(SweepId Sweep, ExperimentId? Experiment, Treatment? Treatment)
{
    public const string Form = "SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]";

    /// <exception cref="FormatException">The text is none; the message says what is.</exception>
    public static CellAddress Parse(string text)
    {
        var parts = text.Split('/');
        if (!SweepId.IsValid(parts[0])) throw new FormatException($"'{parts[0]}' is no sweep name; {SweepId.Allowed}");
        var sweep = new SweepId(parts[0]);
        if (parts.Length == 1) return new CellAddress(sweep, null, null);
        if (parts.Length is not (4 or 5)) throw new FormatException($"'{text}' is no cell; the form is {Form}");
        if (!int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) throw new FormatException($"'{parts[3]}' is no seed; the form is {Form}");
        try
        {
            var experiment = new ExperimentId(sweep, DatasetId.Parse(parts[1]), MethodId.Parse(parts[2]), seed);
            return new CellAddress(sweep, experiment, parts.Length == 5 ? TreatmentOf(parts[4]) : null);
        }
        catch (ArgumentException fault)
        {
            throw new FormatException(fault.Message.Split(" (Parameter")[0], fault);
        }
    }

    /// <summary>Reversed by <see cref="Parse"/>.</summary>
    public override string ToString() => (Experiment, Treatment) switch
    {
        ({ } experiment, { } treatment) => $"{experiment}/{SpecWords.Of(treatment)}",
        ({ } experiment, null) => experiment.ToString(),
        _ => Sweep.Value,
    };

    private static Treatment TreatmentOf(string name) => Enum.TryParse<Treatment>(name, ignoreCase: true, out var treatment) && !char.IsAsciiDigit(name[0])
        ? treatment
        : throw new FormatException($"unknown treatment '{name}'; known: baseline, simxir, variant");
}
