using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>A backbone as <c>--json</c> tells of it.</summary>
/// <param name="Arch">Such as resnet18.</param>
/// <param name="Width">Channels of its first stage.</param>
/// <param name="Stem">cifar or imagenet.</param>
/// <param name="Prefix">What stands before its names in the file.</param>
/// <param name="Whole">Whether it can be imported.</param>
/// <param name="Used">How many tensors are its own.</param>
/// <param name="Left">How many others there are.</param>
/// <param name="Fault">What keeps it from being imported.</param>
public sealed record BackboneReport(string Arch, int Width, StemKind Stem, string Prefix, bool Whole, int Used, int Left, string? Fault)
{
    public static BackboneReport Of(FoundBackbone found) => new(
        found.Backbone.Arch, found.Backbone.Width, found.Backbone.Stem, found.Prefix, found.IsWhole, found.Used.Length, found.Left.Length, found.Fault());
}
