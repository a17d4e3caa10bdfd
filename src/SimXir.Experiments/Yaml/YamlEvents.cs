using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SimXir.Experiments;

/// <summary>The parser's events, one by one, with every way in which it can break turned into a <see cref="YamlException"/>.</summary>
internal sealed class YamlEvents
{
    private readonly Parser _parser;

    public YamlEvents(string yaml)
    {
        _parser = new Parser(new StringReader(yaml));
        Advance();
    }

    public ParsingEvent Current => _parser.Current ?? throw new SemanticErrorException("The text ends in the middle");

    public (int Line, int Column) Position => ((int)Current.Start.Line, (int)Current.Start.Column);

    public T Take<T>()
        where T : ParsingEvent
    {
        var taken = Current as T
            ?? throw new SemanticErrorException(Current.Start, Current.End, $"Found {Current.GetType().Name}, not {typeof(T).Name}");
        if (taken is not StreamEnd) Advance();
        return taken;
    }

    private void Advance()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // YamlDotNet 18.1 throws InvalidOperationException for "[1" at the end of a text, and without a position.
            var last = _parser.Current?.End ?? Mark.Empty;
            throw new YamlException(last, last, "A list or map is not closed, or a value is broken off", fault);
        }
    }
}
