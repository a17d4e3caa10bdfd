using System.Collections.Immutable;
using System.Globalization;

namespace SimXir.Experiments;

/// <summary>Reads one map of a spec. The keys that were asked for are the known ones; <see cref="RefuseOthers"/> reports the rest.
/// A value with a fault is replaced by its default, so that reading goes on and finds the other faults too.</summary>
internal sealed class MapReader
{
    private readonly FaultList _faults;
    private readonly ScalarReader _scalars;
    private readonly string _path;
    private readonly YamlMap? _map;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    public MapReader(YamlNode? node, string path, FaultList faults)
    {
        _faults = faults;
        _scalars = new ScalarReader(faults);
        _path = path;
        _map = node as YamlMap;
        if (_map is not null) IndexKeys(_map);
        else if (node is not (null or YamlRefused)) RefuseKind(node);
    }

    /// <summary>Whether the map is there and is a map.</summary>
    public bool IsMap => _map is not null;

    public YamlNode? Find(string key)
    {
        _known.Add(key);
        return _values.GetValueOrDefault(key);
    }

    public MapReader Section(string key) => new(Find(key), PathOf(key), _faults);

    public int Int(string key, int fallback, NumberRange range) =>
        Find(key) is { } node ? _scalars.Int(node, PathOf(key), range) ?? fallback : fallback;

    public double Number(string key, double fallback, NumberRange range) =>
        Find(key) is { } node ? _scalars.Number(node, PathOf(key), range) ?? fallback : fallback;

    /// <summary>Null where the key is not there.</summary>
    public double? OptionalNumber(string key, NumberRange range) => Find(key) is { } node ? _scalars.Number(node, PathOf(key), range) : null;

    /// <summary>Null where the key is not there.</summary>
    public TimeSpan? OptionalTime(string key) => Find(key) is { } node ? _scalars.Time(node, PathOf(key)) : null;

    public bool Switch(string key, bool fallback) =>
        Find(key) is { } node ? _scalars.Switch(node, PathOf(key)) ?? fallback : fallback;

    public T Word<T>(string key, T fallback, string noun, IReadOnlyDictionary<string, T> known)
        where T : struct =>
        Find(key) is { } node ? _scalars.Word(node, PathOf(key), noun, known) ?? fallback : fallback;

    public SweepId SweepName(string key) =>
        Find(key) is { } node ? _scalars.SweepName(node, PathOf(key)) ?? default : default;

    /// <summary>Null where the key is not there.</summary>
    public ImportId? ImportName(string key) => Find(key) is { } node ? _scalars.ImportName(node, PathOf(key)) : null;

    public ImmutableArray<T> Words<T>(string key, ImmutableArray<T> fallback, string noun, IReadOnlyDictionary<string, T> known)
        where T : struct =>
        Distinct(key, fallback, "known: " + string.Join(", ", known.Keys), (node, path) => _scalars.Word(node, path, noun, known));

    /// <summary>Names of datasets, none twice; empty where the key is not there.</summary>
    public ImmutableArray<DatasetId> Datasets(string key) => Distinct(key, [], $"known: {DatasetId.Known}", _scalars.Dataset);

    public ImmutableArray<int> Ints(string key, ImmutableArray<int> fallback, NumberRange range) =>
        Distinct(key, fallback, $"allowed {range}", (node, path) => _scalars.Int(node, path, range));

    /// <summary>A list of exactly as many numbers as there are ranges, such as <paramref name="example"/>.</summary>
    public ImmutableArray<double> Tuple(string key, ImmutableArray<double> fallback, ImmutableArray<NumberRange> ranges, string example)
    {
        if (Find(key) is not { } node || ListOf(node, key, "numbers", $"allowed {example}") is not { } list) return fallback;
        if (list.Items.Length == ranges.Length)
            return [.. list.Items.Select((item, i) => _scalars.Number(item, ItemPath(key, i), ranges[i]) ?? fallback[i])];
        _faults.Add(list, PathOf(key), string.Create(CultureInfo.InvariantCulture, $"{list.Items.Length} entries"), $"allowed {example}");
        return fallback;
    }

    /// <summary>Records that a key without a default is not there.</summary>
    public void Require(string key, string allowed, string cure)
    {
        if (_map is not null && Find(key) is null) _faults.Add(_map, PathOf(key), "missing", allowed, cure);
    }

    public void RefuseOthers()
    {
        if (_map is null) return;
        var owner = _path.Length == 0 ? "a spec" : _path;
        var allowed = $"keys: {string.Join(", ", _known)}";
        foreach (var key in _map.Entries.Select(entry => entry.Key).Where(key => !_known.Contains(key.Text)))
        {
            _faults.Add(
                key,
                path: "",
                $"'{FaultList.Shown(key.Text)}' is no key of {owner}",
                allowed,
                Nearest.Question(key.Text, _known));
        }
    }

    /// <summary>Refuses every known key beside one that leaves nothing for the others to say.</summary>
    public void RefuseBeside(string key, string why)
    {
        foreach (var other in _map!.Entries.Select(entry => entry.Key).Where(other => other.Text != key && _known.Contains(other.Text)))
            _faults.Add(other, PathOf(other.Text), $"given beside {PathOf(key)}", why, "Delete one of them.");
    }

    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private string ItemPath(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"{PathOf(key)}[{index}]");

    private void IndexKeys(YamlMap map)
    {
        var first = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (first.TryAdd(key.Text, key)) _values.Add(key.Text, value);
            else AddTwice(key, PathOf(FaultList.Shown(key.Text)), "given twice", $"first on line {first[key.Text].Line}");
        }
    }

    private void AddTwice(YamlNode at, string path, string found, string first) =>
        _faults.Add(at, path, found, first, "Delete one of them.");

    private void RefuseKind(YamlNode node)
    {
        var found = node switch
        {
            YamlList => "a list",
            YamlScalar { IsNull: false } scalar => $"'{FaultList.Shown(scalar.Text)}'",
            _ => "no value",
        };
        var cure = _path.Length == 0 ? "Begin with 'name: my-sweep'." : "Give it keys, or delete it.";
        _faults.Add(node, _path, found, "allowed are keys with values", cure);
    }

    private ImmutableArray<T> Distinct<T>(string key, ImmutableArray<T> fallback, string allowed, Func<YamlNode, string, T?> read)
        where T : struct
    {
        if (Find(key) is not { } node || ListOf(node, key, "entries", allowed) is not { } list) return fallback;
        if (list.Items.IsEmpty) _faults.Add(list, PathOf(key), "the list is empty", allowed, "Name at least one.");
        var first = new Dictionary<T, int>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (read(list.Items[i], ItemPath(key, i)) is not { } value || first.TryAdd(value, i)) continue;
            AddTwice(list.Items[i], ItemPath(key, i), $"'{value}' is listed twice", $"first as {ItemPath(key, first[value])}");
        }

        return [.. first.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }

    private YamlList? ListOf(YamlNode node, string key, string noun, string allowed)
    {
        if (node is YamlList list) return list;
        if (node is YamlRefused) return null;
        var (found, cure) = node switch
        {
            YamlScalar { IsNull: true } => ("no value", "Give it a list, or delete the key."),
            YamlScalar { Text: var text } => ($"'{FaultList.Shown(text)}' where a list of {noun} is expected", $"Write [{FaultList.Shown(text)}]."),
            _ => ($"a map where a list of {noun} is expected", ""),
        };
        _faults.Add(node, PathOf(key), found, allowed, cure);
        return null;
    }
}
