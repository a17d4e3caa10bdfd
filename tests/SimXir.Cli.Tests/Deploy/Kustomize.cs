using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SimXir.Cli.Tests;

/// <summary>What <c>kubectl kustomize</c> makes of a folder, for the part of kustomize that <c>k8s/</c> uses; anything else in a kustomization is refused, so
/// that it cannot be passed over.</summary>
public static class Kustomize
{
    private static readonly string[] Known = ["apiVersion", "kind", "namespace", "resources", "patches", "images"];
    private static readonly YamlScalarNode PatchWord = new("$patch");

    public static List<YamlMappingNode> Render(string folder)
    {
        var kustomization = Load(Path.Combine(folder, "kustomization.yaml")).Single();
        var unknown = kustomization.Children.Keys.Select(key => key.ToString()).Except(Known).ToArray();
        if (unknown.Length > 0) throw new InvalidDataException($"{folder}: this kustomization has {string.Join(", ", unknown)}, which the tests do not render");
        var objects = List(kustomization, "resources").Select(resource => Path.Combine(folder, resource.ToString()))
            .SelectMany(path => Directory.Exists(path) ? Render(path) : Load(path)).ToList();
        if (objects.GroupBy(NameOf).FirstOrDefault(group => group.Count() > 1) is { } twice) throw new InvalidDataException($"{folder}: {twice.Key} is there twice");
        foreach (var patch in List(kustomization, "patches"))
            foreach (var change in Load(Path.Combine(folder, ((YamlMappingNode)patch).Children.Single().Value.ToString())))
                Merge(objects.Single(target => NameOf(target) == NameOf(change)), change);
        foreach (var image in List(kustomization, "images").Cast<YamlMappingNode>()) Rename(objects, image["name"].ToString(), image["newName"].ToString());
        if (kustomization.Children.TryGetValue("namespace", out var space))
            foreach (var target in objects.Where(target => target["kind"].ToString() != "Namespace")) ((YamlMappingNode)target["metadata"]).Children["namespace"] = space;
        return objects;
    }

    public static string NameOf(YamlMappingNode target) => $"{target["kind"]}/{target["metadata"]["name"]}";

    public static IEnumerable<YamlMappingNode> Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Select(document => (YamlMappingNode)document.RootNode);
    }

    public static string Write(YamlMappingNode target)
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(target)).Save(text, assignAnchors: false);
        return text.ToString().Replace("\n...", "", StringComparison.Ordinal);
    }

    /// <summary>The same text for the same content, whatever the order of keys and the quotes.</summary>
    public static string Canonical(YamlNode node) => node switch
    {
        YamlMappingNode map => $"{{{string.Join(",", map.Children.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => $"{pair.Key}:{Canonical(pair.Value)}"))}}}",
        YamlSequenceNode list => $"[{string.Join(",", list.Children.Select(Canonical))}]",
        _ => $"'{node}'",
    };

    private static IEnumerable<YamlMappingNode> Load(string file) => Parse(File.ReadAllText(file));

    private static IEnumerable<YamlNode> List(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var list) ? ((YamlSequenceNode)list).Children : [];

    /// <summary>Strategic merge: maps key by key, null takes away, lists of named things by name, other lists are replaced.</summary>
    private static void Merge(YamlMappingNode target, YamlMappingNode change)
    {
        foreach (var (key, value) in change.Children)
        {
            target.Children.TryGetValue(key, out var known);
            if (value is YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" }) target.Children.Remove(key);
            else if (value is YamlMappingNode inner && known is YamlMappingNode below) Merge(below, inner);
            else if (value is YamlSequenceNode items && known is YamlSequenceNode list && items.All(item => item is YamlMappingNode map && map.Children.ContainsKey("name"))) MergeNamed(list, items);
            else target.Children[key] = value;
        }
    }

    private static void MergeNamed(YamlSequenceNode list, YamlSequenceNode changes)
    {
        foreach (var change in changes.Cast<YamlMappingNode>())
        {
            var known = list.Cast<YamlMappingNode>().FirstOrDefault(item => item["name"].ToString() == change["name"].ToString());
            if (change.Children.ContainsKey(PatchWord)) list.Children.Remove(known ?? throw new InvalidDataException($"there is no {change["name"]} to delete"));
            else if (known is null) list.Children.Insert(0, change);
            else Merge(known, change);
        }
    }

    private static void Rename(IEnumerable<YamlMappingNode> objects, string name, string newName)
    {
        var containers = objects.SelectMany(target => target.AllNodes.OfType<YamlMappingNode>()).Where(map => map.Children.TryGetValue("image", out var image) && image.ToString().Split(':')[0] == name).ToArray();
        if (containers.Length == 0) throw new InvalidDataException($"no container has the image {name}");
        foreach (var container in containers) container.Children["image"] = new YamlScalarNode($"{newName}:{container["image"].ToString().Split(':')[1]}");
    }
}
