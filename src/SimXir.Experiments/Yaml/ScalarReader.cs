using System.Globalization;
using System.Text.RegularExpressions;

namespace SimXir.Experiments;

/// <summary>Reads single values, strictly and in no culture; null where a fault was recorded instead.</summary>
internal sealed partial class ScalarReader(FaultList faults)
{
    public int? Int(YamlNode node, string path, NumberRange range)
    {
        var allowed = $"allowed {range}";
        if (Scalar(node, path, "whole number", allowed) is not { } scalar) return null;
        if (!scalar.Quoted && WholeNumber().IsMatch(scalar.Text))
        {
            if (int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && range.Holds(value))
                return value;
            OutOfRange(scalar, path, allowed);
            return null;
        }

        faults.Add(scalar, path, $"'{FaultList.Shown(scalar.Text)}' is no whole number", allowed, WholeNumberCure(scalar, range));
        return null;
    }

    public double? Number(YamlNode node, string path, NumberRange range)
    {
        var allowed = $"allowed {range}";
        if (Scalar(node, path, "number", allowed) is not { } scalar) return null;
        if (!scalar.Quoted && DecimalNumber().IsMatch(scalar.Text))
        {
            // Adding 0 turns -0 into 0: they are the same setting, so they must give the same round key.
            var value = double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.0;
            if (range.Holds(value)) return value;
            OutOfRange(scalar, path, allowed);
            return null;
        }

        var cure = scalar.Quoted && DecimalNumber().IsMatch(scalar.Text) ? "Remove the quotes." : "Write it like 0.0005 or 5.0e-4.";
        faults.Add(scalar, path, $"'{FaultList.Shown(scalar.Text)}' is no number", allowed, cure);
        return null;
    }

    public bool? Switch(YamlNode node, string path)
    {
        const string Allowed = "allowed true or false";
        if (Scalar(node, path, "switch", Allowed) is not { } scalar) return null;
        if (scalar is { Quoted: false, Text: "true" or "false" }) return scalar.Text == "true";
        var meant = scalar.Text.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" or "y" or "1" => "true",
            "false" or "no" or "off" or "n" or "0" => "false",
            _ => null,
        };
        faults.Add(scalar, path, $"'{FaultList.Shown(scalar.Text)}' is no switch", Allowed, meant is null ? "" : $"Write {meant}.");
        return null;
    }

    /// <summary>One of the words that <paramref name="known"/> lists; <paramref name="noun"/> is what they name.</summary>
    public T? Word<T>(YamlNode node, string path, string noun, IReadOnlyDictionary<string, T> known)
        where T : struct
    {
        var allowed = "known: " + string.Join(", ", known.Keys);
        if (Scalar(node, path, noun, allowed) is not { } scalar) return null;
        if (known.TryGetValue(scalar.Text, out var value)) return value;
        faults.Add(scalar, path, $"unknown {noun} '{FaultList.Shown(scalar.Text)}'", allowed, Nearest.Question(scalar.Text, known.Keys));
        return null;
    }

    public DatasetId? Dataset(YamlNode node, string path)
    {
        var allowed = $"known: {DatasetId.Known}";
        if (Scalar(node, path, "dataset", allowed) is not { } scalar) return null;
        if (DatasetId.IsValid(scalar.Text)) return DatasetId.Parse(scalar.Text);
        faults.Add(scalar, path, $"unknown dataset '{FaultList.Shown(scalar.Text)}'", allowed, Nearest.Question(scalar.Text, Catalog.Datasets.Keys));
        return null;
    }

    public SweepId? SweepName(YamlNode node, string path)
    {
        if (Scalar(node, path, "sweep name", SweepId.Allowed) is not { } scalar) return null;
        if (SweepId.IsValid(scalar.Text)) return new SweepId(scalar.Text);
        faults.Add(scalar, path, $"'{FaultList.Shown(scalar.Text)}' is no sweep name", SweepId.Allowed);
        return null;
    }

    public ImportId? ImportName(YamlNode node, string path)
    {
        if (Scalar(node, path, "name of an import", ImportId.Allowed) is not { } scalar) return null;
        if (ImportId.IsValid(scalar.Text)) return new ImportId(scalar.Text);
        faults.Add(scalar, path, $"'{FaultList.Shown(scalar.Text)}' is no name of an import", ImportId.Allowed);
        return null;
    }

    public TimeSpan? Time(YamlNode node, string path)
    {
        if (Scalar(node, path, "length of time", SpanText.Allowed) is not { } scalar) return null;
        if (SpanText.Parse(scalar.Text) is { } span) return span;
        faults.Add(scalar, path, $"'{FaultList.Shown(scalar.Text)}' is no length of time", SpanText.Allowed);
        return null;
    }

    private YamlScalar? Scalar(YamlNode node, string path, string noun, string allowed)
    {
        switch (node)
        {
            case YamlScalar { IsNull: false } scalar:
                return scalar;
            case YamlScalar:
                faults.Add(node, path, "no value", allowed, "Give it one, or delete the key.");
                return null;
            case YamlList or YamlMap:
                faults.Add(node, path, $"a {(node is YamlList ? "list" : "map")} where one {noun} is expected", allowed);
                return null;
            default:
                return null;
        }
    }

    private void OutOfRange(YamlScalar scalar, string path, string allowed) =>
        faults.Add(scalar, path, $"{FaultList.Shown(scalar.Text)} is out of range", allowed);

    private static string WholeNumberCure(YamlScalar scalar, NumberRange range)
    {
        if (!DecimalNumber().IsMatch(scalar.Text)) return "";
        var value = double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (Math.Truncate(value) != value || !range.Holds(value)) return "";
        return string.Create(CultureInfo.InvariantCulture, $"Write {value:F0}{(scalar.Quoted ? ", without quotes" : "")}.");
    }

    /// <summary>No leading zeros: YAML 1.1 would read 010 as 8, YAML 1.2 as 10.</summary>
    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalNumber();
}
