using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SimXir.Experiments;

/// <summary>Reads one YAML document into nodes that know their lines. Anchors, aliases, tags and further documents are refused: a
/// spec needs none of them, and aliases can blow a small file up to any size.</summary>
internal sealed class YamlTree
{
    /// <summary>Levels of lists and maps. A spec needs three.</summary>
    public const int MaxDepth = 16;

    private const string Plain = "allowed are plain values, lists and maps";

    private readonly FaultList _faults;
    private readonly YamlEvents _events;

    private YamlTree(string yaml, FaultList faults)
    {
        _faults = faults;
        _events = new YamlEvents(yaml);
    }

    /// <summary>The document's root; null where there is none, or where reading broke off, of which <paramref name="faults"/> then
    /// tells.</summary>
    public static YamlNode? Read(string yaml, FaultList faults)
    {
        try
        {
            return new YamlTree(yaml, faults).Document();
        }
        catch (YamlException fault)
        {
            faults.Add(
                (int)fault.Start.Line,
                (int)fault.Start.Column,
                path: "",
                $"this is no YAML at column {fault.Start.Column}: {fault.Message.TrimEnd('.')}",
                "allowed is what YAML 1.2 defines",
                "Indent with spaces, write 'key: value', close every quote and bracket.");
            return null;
        }
    }

    private YamlNode? Document()
    {
        _events.Take<StreamStart>();
        if (_events.Current is StreamEnd) return null;
        _events.Take<DocumentStart>();
        var root = Node(depth: 0);
        _events.Take<DocumentEnd>();
        if (_events.Current is DocumentStart next)
        {
            _faults.Add(
                (int)next.Start.Line,
                (int)next.Start.Column,
                path: "",
                "a second document begins",
                "allowed is one document a file",
                "Put each spec into a file of its own.");
        }

        return root;
    }

    private YamlNode Node(int depth)
    {
        var (line, column) = _events.Position;
        if (depth > MaxDepth)
            throw new SemanticErrorException(_events.Current.Start, _events.Current.End, $"Lists and maps nest deeper than {MaxDepth} levels");
        if (_events.Current is NodeEvent start) RefuseProperties(start);
        switch (_events.Current)
        {
            case Scalar:
                var scalar = _events.Take<Scalar>();
                return new YamlScalar(line, column, scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any));
            case SequenceStart:
                return new YamlList(line, column, Items(depth));
            case MappingStart:
                return new YamlMap(line, column, Entries(depth));
            default:
                _events.Take<AnchorAlias>();
                _faults.Add(line, column, path: "", "an alias ('*name') stands here", Plain, "Write the value out.");
                return new YamlRefused(line, column);
        }
    }

    private ImmutableArray<YamlNode> Items(int depth)
    {
        _events.Take<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (_events.Current is not SequenceEnd) items.Add(Node(depth + 1));
        _events.Take<SequenceEnd>();
        return items.ToImmutable();
    }

    private ImmutableArray<YamlEntry> Entries(int depth)
    {
        _events.Take<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (_events.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is YamlScalar word) entries.Add(new YamlEntry(word, value));
            else if (key is not YamlRefused)
                _faults.Add(key, path: "", "a list or map stands for a key", "allowed are the keys of a spec", "Write 'key: value'.");
        }

        _events.Take<MappingEnd>();
        return entries.ToImmutable();
    }

    private void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty) Refuse($"an anchor ('&{FaultList.Shown(node.Anchor.Value)}')");
        if (!node.Tag.IsEmpty) Refuse($"a tag ('{FaultList.Shown(node.Tag.Value)}')");

        void Refuse(string what) =>
            _faults.Add((int)node.Start.Line, (int)node.Start.Column, path: "", $"{what} stands here", Plain, "Delete it.");
    }
}
