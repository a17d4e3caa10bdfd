using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>
/// Finds the backbone in a checkpoint: torchvision's names behind whatever prefix, as torchvision (none), solo-learn, mmselfsup
/// (<c>backbone.</c>), MoCo (<c>module.encoder_q.</c>, <c>encoder_q.0.</c>) and others (<c>encoder.</c>, <c>module.</c>) write them, at the
/// top or inside <c>state_dict</c> or <c>model</c>. Architecture, width and stem are told from the shapes.
/// </summary>
/// <remarks>Where there are several, the network that was trained is taken before its moving average (key encoder, target, teacher), a whole
/// one before one that is not, and one that is called backbone before others.</remarks>
public static class BackboneFinder
{
    private const string Stem = "conv1.weight";
    private const int MaxWidth = 512;
    private static readonly char[] Separators = ['.', '/', '_'];
    private static readonly string[] AverageWords = ["k", "key", "target", "momentum", "teacher", "ema"];

    /// <summary>The backbone, whole or not; null where no tensors look like one.</summary>
    /// <exception cref="CheckpointException">There are ResNets, but none that SimXIR has.</exception>
    public static FoundBackbone? Find(TensorFile file)
    {
        var prefixes = file.Tensors.Where(pair => IsStem(pair.Key, pair.Value)).Select(pair => pair.Key[..^Stem.Length])
            .Where(prefix => file.Tensors.ContainsKey($"{prefix}layer1.0.{Stem}")).ToArray();
        if (prefixes.Length == 0) return null;
        var found = prefixes.Select(prefix => Under(prefix, file)).OfType<FoundBackbone>().ToArray();
        if (found.Length == 0) throw new CheckpointException(Strange(prefixes[0], file));
        var best = found.OrderBy(found => IsAverage(found.Prefix))
            .ThenBy(found => !found.IsWhole)
            .ThenBy(found => !Words(found.Prefix).Contains("backbone"))
            .ThenBy(found => found.Prefix.Length)
            .ThenBy(found => found.Prefix, StringComparer.Ordinal)
            .First();
        return best with { Left = [.. file.Tensors.Keys.Except(best.Used)] };
    }

    private static bool IsStem(string name, StoredTensor tensor) =>
        name.EndsWith(Stem, StringComparison.Ordinal)
        && (name.Length == Stem.Length || name[^(Stem.Length + 1)] is '.' or '/')
        && tensor.Shape is [> 0, 3, _, _];

    private static FoundBackbone? Under(string prefix, TensorFile file)
    {
        if (Recognise(prefix, file) is not { } spec) return null;
        var (used, uncounted, missing, unfit) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var wanted in ResNetLayout.Of(spec))
        {
            if (!file.Tensors.TryGetValue(prefix + wanted.Name, out var tensor)) (wanted.IsCounter ? uncounted : missing).Add(wanted.Name);
            else if (Floats.Fits(tensor, wanted)) used.Add(prefix + wanted.Name);
            else unfit.Add($"{wanted.Name} is {tensor.Type} {Shown.Of(tensor.Shape)}, not {wanted.Type} {Shown.Of(wanted.Shape)}");
        }

        return new FoundBackbone(prefix, spec, [.. used], Left: [], [.. uncounted], [.. missing], [.. unfit]);
    }

    /// <summary>Null for a ResNet that SimXIR does not have; fewer blocks than it should have count as missing ones.</summary>
    private static BackboneSpec? Recognise(string prefix, TensorFile file)
    {
        var stem = file.Tensors[prefix + Stem].Shape;
        if (stem is not [<= MaxWidth, 3, 3, 3] and not [<= MaxWidth, 3, 7, 7]) return null;
        var (arch, blocks) = ResNetLayout.With(IsBottleneck(prefix, file));
        if (Blocks(prefix, file).Zip(blocks).Any(pair => pair.First > pair.Second)) return null;
        var kind = stem[2] == 7 ? StemKind.ImageNet : StemKind.Cifar;
        return new BackboneSpec { Arch = arch, Width = (int)stem[0], Stem = kind, MaxPool = kind == StemKind.ImageNet };
    }

    private static string Strange(string prefix, TensorFile file)
    {
        var kind = IsBottleneck(prefix, file) ? "bottleneck" : "basic";
        var (basic, bottleneck) = (Shown.Of(ResNetLayout.With(bottleneck: false).Blocks), Shown.Of(ResNetLayout.With(bottleneck: true).Blocks));
        return $"'{Shown.Of(prefix + Stem)}' of shape {Shown.Of(file.Tensors[prefix + Stem].Shape)} belongs to a ResNet of "
            + $"{Shown.Of(Blocks(prefix, file))} {kind} blocks; known are resnet18 with {basic} basic and resnet50 with {bottleneck} bottleneck ones, "
            + $"with a stem of [1 to {MaxWidth}, 3, 3, 3] (cifar) or [1 to {MaxWidth}, 3, 7, 7] (imagenet)";
    }

    private static bool IsBottleneck(string prefix, TensorFile file) => file.Tensors.ContainsKey($"{prefix}layer1.0.conv3.weight");

    private static ImmutableArray<long> Blocks(string prefix, TensorFile file) =>
        [.. Enumerable.Range(1, 4).Select(stage => BlocksOfStage($"{prefix}layer{stage}", file))];

    private static long BlocksOfStage(string stage, TensorFile file)
    {
        var blocks = 0L;
        while (file.Tensors.ContainsKey($"{stage}.{blocks}.{Stem}")) blocks++;
        return blocks;
    }

    private static bool IsAverage(string prefix) => Words(prefix).Intersect(AverageWords).Any();

    private static IEnumerable<string> Words(string prefix) => prefix.Split(Separators).Select(word => word.ToLowerInvariant());
}
