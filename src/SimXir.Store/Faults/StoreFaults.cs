using System.Globalization;

namespace SimXir.Store;

/// <summary>How badly a store is to behave, for those who prove that nothing is lost when one does.</summary>
/// <param name="Errors">How often a call fails before anything is done, 0 to 1.</param>
/// <param name="Lost">How often a write is done, and its answer lost, 0 to 1.</param>
/// <param name="Slow">How much longer each call takes.</param>
public sealed record StoreFaults(double Errors, double Lost, TimeSpan Slow)
{
    public const string Form = "errors=0..1 lost=0..1 slow=SECONDS, each optional, or gone";

    public static StoreFaults None { get; } = new(0, 0, TimeSpan.Zero);

    /// <summary>A store that answers nothing at all.</summary>
    public static StoreFaults Gone { get; } = new(1, 0, TimeSpan.Zero);

    /// <summary>Reversed by <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static StoreFaults Parse(string text)
    {
        var faults = None;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "gone") return Gone;
            if (word.Split('=') is not [var name, var number] || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) throw Fault(word);
            faults = (name, value) switch
            {
                ("errors", <= 1) => faults with { Errors = value },
                ("lost", <= 1) => faults with { Lost = value },
                ("slow", <= 60) => faults with { Slow = TimeSpan.FromSeconds(value) },
                _ => throw Fault(word),
            };
        }
        return faults;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"errors={Errors} lost={Lost} slow={Slow.TotalSeconds}");

    private static FormatException Fault(string word) => new($"'{word}' is no fault of a store; the form is {Form}");
}
