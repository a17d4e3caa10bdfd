using System.Globalization;

namespace SimXir.Method;

/// <summary>Brings the nested content of a PyTorch checkpoint into one flat list of tensors, by the keys that lead to them, and one of
/// texts.</summary>
/// <remarks>A pickle can name one list or one storage a thousand times at two bytes each, and put a list into itself; so what is visited,
/// named and copied is held against the sizes of pickle and file.</remarks>
internal sealed class PthTree
{
    private const int MaxDepth = 64;
    private const int MaxNameFactor = 16;

    /// <summary>What keeping a name takes beside its characters.</summary>
    private const int CharactersOfAName = 32;

    private const int MaxDataFactor = 8;
    private const int AlwaysAllowed = 1 << 16;
    private const int MaxCharacters = 32 << 20;

    private readonly Dictionary<string, StoredTensor> _tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Stack<(string Path, int Depth, object? Value)> _open = new();
    private readonly Func<PthStorage, ReadOnlyMemory<byte>> _storage;
    private readonly long _maxData;
    private long _visitsLeft, _charactersLeft, _data;

    private PthTree(long pickleBytes, long fileBytes, Func<PthStorage, ReadOnlyMemory<byte>> storage)
    {
        _storage = storage;
        _maxData = Math.Min(AlwaysAllowed + (MaxDataFactor * fileBytes), Array.MaxLength);
        _visitsLeft = pickleBytes;
        _charactersLeft = Math.Min(AlwaysAllowed + (MaxNameFactor * pickleBytes), MaxCharacters);
    }

    /// <param name="root">What the pickle came to.</param>
    /// <param name="pickleBytes">Its length.</param>
    /// <param name="fileBytes">The file's.</param>
    /// <param name="storage">Gives a storage's bytes.</param>
    public static TensorFile Flatten(object? root, long pickleBytes, long fileBytes, Func<PthStorage, ReadOnlyMemory<byte>> storage)
    {
        var tree = new PthTree(pickleBytes, fileBytes, storage);
        tree._open.Push(("", 0, root));
        while (tree._open.TryPop(out var next)) tree.Visit(next.Path, next.Depth, next.Value);
        return TensorFile.Of(tree._tensors, tree._texts);
    }

    private void Visit(string path, int depth, object? value)
    {
        Spend(1);
        switch (value)
        {
            case PthTensor tensor:
                AddTensor(path, tensor);
                break;
            case PthStorage storage:
                AddTensor(path, PthTensor.Checked(storage, storage.Type ?? ElementType.U8, offset: 0, [storage.Count], [1]));
                break;
            case PickleDict { IsEmpty: false } dict:
                OpenEntries(path, depth, dict);
                break;
            case PickleList list when !AreScalars(list.Items):
                OpenItems(path, depth, list.Items);
                break;
            case object?[] tuple when !AreScalars(tuple):
                OpenItems(path, depth, tuple);
                break;
            default:
                AddText(path, value);
                break;
        }
    }

    private void OpenEntries(string path, int depth, PickleDict dict)
    {
        foreach (var (key, value) in dict.Entries)
        {
            if (!PickleText.IsScalar(key)) throw PickleInput.Fault($"has {PickleText.KindOf(key)} as a key");
            Open(path, depth, PickleText.Of(key), value);
        }
    }

    private void OpenItems(string path, int depth, IReadOnlyList<object?> items)
    {
        for (var i = 0; i < items.Count; i++) Open(path, depth, i.ToString(CultureInfo.InvariantCulture), items[i]);
    }

    private void Open(string path, int depth, string key, object? value)
    {
        if (depth == MaxDepth) throw PickleInput.Fault($"nests its values deeper than {MaxDepth} levels, at '{Shown.Of(path)}'");
        SpendCharacters(path.Length + key.Length + CharactersOfAName);
        _open.Push((path.Length == 0 ? key : $"{path}/{key}", depth + 1, value));
    }

    private bool AreScalars(IReadOnlyList<object?> items)
    {
        Spend(items.Count);
        for (var i = 0; i < items.Count; i++)
            if (!PickleText.IsScalar(items[i])) return false;
        return true;
    }

    private void AddTensor(string path, PthTensor tensor)
    {
        _data += tensor.Bytes;
        if (_data > _maxData)
            throw new CheckpointException(
                $"tensor '{Shown.Of(NameOf(path))}' of shape {Shown.Of(tensor.Shape)} brings the tensors to {_data} bytes; "
                + $"a file of this size may hold {_maxData}");
        Add(_tensors, path, tensor.Of(tensor.Bytes == 0 ? ReadOnlyMemory<byte>.Empty : _storage(tensor.Storage)));
    }

    private void AddText(string path, object? value)
    {
        var text = PickleText.Of(value);
        if (value is not string) SpendCharacters(text.Length);
        Add(_texts, path, text);
    }

    private void Add<T>(Dictionary<string, T> known, string path, T value)
    {
        var name = NameOf(path);
        if (_tensors.ContainsKey(name) || _texts.ContainsKey(name)) throw PickleInput.Fault($"has two values named '{Shown.Of(name)}'");
        known.Add(name, value);
    }

    /// <summary>A tensor that was saved by itself has no key.</summary>
    private static string NameOf(string path) => path.Length == 0 ? "value" : path;

    private void Spend(long visits)
    {
        if ((_visitsLeft -= visits) < 0) throw PickleInput.Fault("holds the same values in each other again and again");
    }

    private void SpendCharacters(long characters)
    {
        if ((_charactersLeft -= characters) < 0) throw PickleInput.Fault("makes names that are many times as long as itself");
    }
}
