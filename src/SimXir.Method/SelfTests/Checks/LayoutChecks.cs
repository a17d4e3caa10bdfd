using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Names and shapes of the backbones' parameters and buffers, which are torchvision's. A backbone ends before the
/// classifier.</summary>
internal sealed class LayoutChecks : IReferenceChecks
{
    private const string Classifier = "fc.";

    public string File => "state_dict_layouts";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        var layouts = Parse(folder.Read($"{File}.json"));
        Check("resnet18_cifar", () => ResNet.Of18(new BackboneSpec()));
        Check("resnet50", () => ResNet.Of50(new BackboneSpec { Stem = StemKind.ImageNet }));

        void Check(string name, Func<Backbone> build)
        {
            if (!layouts.TryGetValue(name, out var layout)) throw new ReferenceException($"{File}.json has no '{name}'");
            using var backbone = build();
            var expected = layout.Where(pair => !pair.Key.StartsWith(Classifier, StringComparison.Ordinal)).ToDictionary();
            var found = backbone.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.shape);
            checks.Expect(name, Difference(expected, found));
        }
    }

    private static string? Difference(Dictionary<string, long[]> expected, Dictionary<string, long[]> found)
    {
        string[] faults =
        [
            .. expected.Keys.Except(found.Keys).Select(name => $"'{name}' is missing"),
            .. found.Keys.Except(expected.Keys).Select(name => $"'{name}' is not torchvision's"),
            .. expected.Where(pair => found.TryGetValue(pair.Key, out var shape) && !shape.SequenceEqual(pair.Value))
                .Select(pair => $"'{pair.Key}' has the shape {Shown(found[pair.Key])}, expected is {Shown(pair.Value)}"),
        ];
        return faults.Length == 0 ? null : string.Join("; ", faults);
    }

    private static string Shown(long[] shape) => $"[{string.Join(", ", shape)}]";

    private Dictionary<string, Dictionary<string, long[]>> Parse(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, long[]>>>(content) ?? [];
        }
        catch (JsonException fault)
        {
            throw new ReferenceException($"{File}.json is broken: {fault.Message}", fault);
        }
    }
}
