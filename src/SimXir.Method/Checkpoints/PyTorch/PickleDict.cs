namespace SimXir.Method;

/// <summary>A Python dict. Nothing looks a key up while a pickle is read, so the entries are a list and no key is ever hashed: keys that
/// were made to collide cost nothing.</summary>
/// <param name="pairs">What it was made from, if it was; not copied, since a pickle can make many dicts of one list.</param>
internal sealed class PickleDict(PickleList? pairs = null)
{
    private List<(object? Key, object? Value)>? _entries;

    /// <summary>In the order of the file.</summary>
    public IEnumerable<(object? Key, object? Value)> Entries => (pairs?.Items ?? []).Select(Pair).Concat(_entries ?? []);

    public bool IsEmpty => _entries is null && (pairs is null || pairs.Items.Count == 0);

    public void Add(ReadOnlySpan<object?> keysAndValues)
    {
        _entries ??= new List<(object?, object?)>(keysAndValues.Length / 2);
        for (var i = 0; i < keysAndValues.Length; i += 2) _entries.Add((keysAndValues[i], keysAndValues[i + 1]));
    }

    private static (object? Key, object? Value) Pair(object? item) => item switch
    {
        object?[] and [var key, var value] => (key, value),
        PickleList { Items: [var key, var value] } => (key, value),
        _ => throw PickleInput.Fault($"makes a dict of {PickleText.KindOf(item)} where a pair belongs"),
    };
}
