using System.Buffers;

namespace SimXir.Experiments;

/// <summary>SHA-256 of a round's canonical recipe, 64 lower-case hexadecimal digits.</summary>
public readonly record struct RoundKey
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private readonly string? _value;

    public RoundKey(string value)
    {
        if (value is not { Length: 64 } || value.AsSpan().ContainsAnyExcept(Digits))
            throw new ArgumentException($"'{value}' is no round key; a key is 64 lower-case hexadecimal digits", nameof(value));
        _value = value;
    }

    public string Value => _value ?? throw new InvalidOperationException("an uninitialised round key was read");

    /// <summary>The first eight digits, for people.</summary>
    public string Prefix => Value[..8];

    public override string ToString() => Value;
}
