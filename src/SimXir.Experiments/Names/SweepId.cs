using System.Text.RegularExpressions;

namespace SimXir.Experiments;

/// <summary>The name of a sweep in a store: 1 to 64 letters, digits, '-', '_' or '.', starting with a letter or digit.</summary>
public readonly partial record struct SweepId
{
    private readonly string? _value;

    public SweepId(string value)
    {
        if (!IsValid(value)) throw new ArgumentException($"'{value}' is no sweep name; {Allowed}", nameof(value));
        _value = value;
    }

    public const string Allowed = "allowed are 1 to 64 letters, digits, '-', '_' and '.', starting with a letter or digit";

    public string Value => _value ?? throw new InvalidOperationException("an uninitialised sweep name was read");

    public static bool IsValid(string? value) => value is not null && Pattern().IsMatch(value);

    public override string ToString() => Value;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
