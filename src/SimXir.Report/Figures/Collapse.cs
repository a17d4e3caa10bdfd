using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Tells an encoder that maps all images to nearly one point. Its accuracies are those of noise, so a table flags it.</summary>
public static class Collapse
{
    /// <summary>A feature spread below this is a collapse: 0 is one point, 1 is isotropic, a network with random weights has about
    /// 0.17 and a trained one about 0.5 (ResNet-18 of width 16, CIFAR-10).</summary>
    public const double Threshold = 0.05;

    /// <summary>Whether the cell was judged and its features have collapsed; a spread that is not a number has too.</summary>
    public static bool Has(CellResult cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell is { State: CellState.Completed, FeatureSpread: { } spread } && !(spread >= Threshold);
    }
}
