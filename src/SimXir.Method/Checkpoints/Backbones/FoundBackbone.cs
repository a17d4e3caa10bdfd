using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>A backbone found among the tensors of a checkpoint, whole or not.</summary>
/// <param name="Prefix">What stands before its names, such as <c>state_dict/module.encoder_q.</c>.</param>
/// <param name="Backbone">What its shapes say; whether a max-pool follows the stem, which they do not, is as usual for the stem.</param>
/// <param name="Used">Names of its tensors in the checkpoint.</param>
/// <param name="Left">Names of all others: classifiers, heads, other networks, optimizer state.</param>
/// <param name="Uncounted">Counters of batches that are not there, as before PyTorch 0.4.1; they start from 0.</param>
/// <param name="Missing">Tensors that it should have, by torchvision's names.</param>
/// <param name="Unfit">Tensors with another shape or type than they should have, each with both.</param>
public sealed record FoundBackbone(
    string Prefix,
    BackboneSpec Backbone,
    ImmutableArray<string> Used,
    ImmutableArray<string> Left,
    ImmutableArray<string> Uncounted,
    ImmutableArray<string> Missing,
    ImmutableArray<string> Unfit)
{
    private const int Named = 4;

    public bool IsWhole => Missing.IsEmpty && Unfit.IsEmpty;

    /// <summary>Such as <c>resnet18 of width 64 with the imagenet stem</c>.</summary>
    public static string Describe(BackboneSpec backbone) =>
        FormattableString.Invariant($"{backbone.Arch} of width {backbone.Width} with the {SpecWords.Of(backbone.Stem)} stem");

    /// <summary>What keeps it from being used, with numbers and the first names; null where it is whole.</summary>
    public string? Fault()
    {
        if (IsWhole) return null;
        var all = ResNetLayout.Of(Backbone).Count(tensor => !tensor.IsCounter);
        var faults = new List<string>();
        if (!Missing.IsEmpty) faults.Add($"{Missing.Length} of the {all} tensors that it needs are missing: {First(Missing)}");
        if (!Unfit.IsEmpty) faults.Add($"{Unfit.Length} do not fit: {First(Unfit)}");
        return $"{Where} there should be a {Describe(Backbone)}, but {string.Join("; ", faults)}";
    }

    private string Where => Prefix.Length == 0 ? "at the top" : $"under '{Shown.Of(Prefix)}'";

    private static string First(ImmutableArray<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Length > Named ? $" and {names.Length - Named} more" : "");
}
