using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>One figure that the paper prints.</summary>
/// <param name="Table">1, 2, 3 or 5.</param>
/// <param name="Dataset">A dataset's name in a spec.</param>
/// <param name="Method">A method's name in a spec, or one of those that table 3 alone has, such as <c>odc</c>.</param>
/// <param name="Treatment">Of the encoder that was judged.</param>
/// <param name="Figure">Such as <c>knn_cosine_5</c>, <c>linear_top1</c>.</param>
/// <param name="Value">Accuracy in percent.</param>
/// <param name="Gain">Points over baseline, as printed; null for a baseline.</param>
internal sealed record PaperFigure(int Table, string Dataset, string Method, Treatment Treatment, string Figure, double Value, double? Gain)
{
    /// <summary>Decimals of both: the paper prints three for SVHN and ImageNet, two for CIFAR.</summary>
    public required int Decimals { get; init; }

    /// <summary>The accuracy as the paper prints it.</summary>
    public string ValueText => Value.ToString($"F{Decimals}", CultureInfo.InvariantCulture);

    /// <summary>The gain as the paper prints it; empty for a baseline.</summary>
    public string GainText => Gain?.ToString($"+0.{new string('0', Decimals)};-0.{new string('0', Decimals)}", CultureInfo.InvariantCulture) ?? "";
}
