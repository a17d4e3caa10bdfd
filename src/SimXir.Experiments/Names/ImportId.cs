using System.Text.RegularExpressions;

namespace SimXir.Experiments;

/// <summary>The name of an imported backbone in a store: 1 to 64 letters, digits, '-', '_' or '.', starting with a letter or digit.</summary>
public readonly partial record struct ImportId
{
    private readonly string? _value;

    public ImportId(string value)
    {
        if (!IsValid(value)) throw new ArgumentException($"'{value}' is no name of an import; {Allowed}", nameof(value));
        _value = value;
    }

    public const string Allowed = SweepId.Allowed;

    public string Value => _value ?? throw new InvalidOperationException("an uninitialised name of an import was read");

    public static bool IsValid(string? value) => value is not null && Pattern().IsMatch(value);

    public override string ToString() => Value;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
