using System.Globalization;
using System.Text;

namespace SimXir.Experiments;

/// <summary>Reads a sweep's YAML. All faults are told at once, each with its line; keys may stand in any order, and what is left out
/// has the default that the spec's records document.</summary>
public static class SpecReader
{
    /// <summary>The longest spec, as UTF-8.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Datasets x methods x seeds x treatments of the largest sweep.</summary>
    public const int MaxCells = 100_000;

    /// <summary>Rounds of the largest sweep; see <see cref="Planner.CountRounds"/>.</summary>
    public const int MaxRounds = 1_000_000;

    /// <param name="yaml">One YAML document.</param>
    /// <param name="sourceName">What a message calls it, such as the file's name.</param>
    /// <exception cref="SpecException">The text is no spec.</exception>
    public static SweepSpec Read(string yaml, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(sourceName);
        if (Encoding.UTF8.GetByteCount(yaml) is var bytes and > MaxBytes) throw TooLarge(sourceName, bytes);
        var faults = new FaultList();
        var root = YamlTree.Read(yaml, faults);
        if (faults.Count == 0 && root is (null or YamlScalar { IsNull: true })) throw Empty(sourceName);
        var spec = Spec(new MapReader(root, path: "", faults), faults);
        return faults.Count == 0 ? spec : throw new SpecException(sourceName, faults.InOrder());
    }

    internal static SpecException TooLarge(string sourceName, long bytes) => new(
        sourceName,
        string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes are too long for a spec"),
        string.Create(CultureInfo.InvariantCulture, $"allowed are at most {MaxBytes}"),
        "Is this the right file?");

    private static SpecException Empty(string sourceName) => new(
        sourceName,
        "there is nothing in it",
        "a spec has at least the keys name, datasets and methods",
        "Begin with 'name: my-sweep'.");

    private static SweepSpec Spec(MapReader map, FaultList faults)
    {
        map.Require("name", SweepId.Allowed, "Add 'name: my-sweep'.");
        map.Require("datasets", "known: " + DatasetId.Known, "Add 'datasets: [cifar10]'.");
        map.Require("methods", "known: " + string.Join(", ", SpecSections.Methods.Keys), "Add 'methods: [simsiam]'.");
        var defaults = new SweepSpec { Name = default, Datasets = [], Methods = [] };
        var (seeds, until) = SeedsSection.Read(map, defaults.Seeds);
        var spec = new SweepSpec
        {
            Name = map.SweepName("name"),
            Datasets = map.Datasets("datasets"),
            Methods = map.Words("methods", defaults.Methods, "method", SpecSections.Methods),
            Seeds = seeds,
            SeedsUntil = until,
            Treatments = map.Words("treatments", defaults.Treatments, "treatment", SpecWords.Known<Treatment>()),
            Backbone = SpecSections.Backbone(map.Section("backbone")),
            Pretrain = SpecSections.Pretrain(map.Section("pretrain")),
            MethodOptions = MethodSections.Read(map),
            Finetune = SpecSections.Finetune(map.Section("finetune")),
            Evaluate = SpecSections.Evaluate(map.Section("evaluate")),
            Views = ViewSection.Read(map.Section("views"), faults),
            Images = ImagesSection.Read(map.Section("images"), faults),
            Subset = SpecSections.Subset(map.Section("subset")),
            Precision = map.Word("precision", defaults.Precision, "precision", SpecWords.Known<Precision>()),
            Service = ServiceSection.Read(map),
        };
        map.RefuseOthers();
        SpecChecks.Run(spec, map, faults);
        return spec;
    }
}
