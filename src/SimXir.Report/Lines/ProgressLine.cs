using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>What a running experiment does, on one line.</summary>
public static class ProgressLine
{
    /// <summary>Such as <c>cifar10 simsiam seed 0  pretrain 2/16  epoch 57/800  loss -0.8123  kNN 43.2 %  812 views/s  3 min left</c>;
    /// what is not known is left out.</summary>
    /// <param name="experiment">Whose line it is.</param>
    /// <param name="title">The running round's title, such as <c>pretrain 2/16</c>.</param>
    /// <param name="progress">The round's newest report.</param>
    public static string Of(ExperimentId experiment, string title, RoundProgress progress)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(progress);
        var epoch = progress.Epochs > 0 ? Text($"epoch {progress.Epoch}/{progress.Epochs}") : null;
        var step = epoch is null && progress.Steps > 0 ? Text($"step {progress.Step}/{progress.Steps}") : null;
        var loss = progress.Loss is { } mean ? Text($"loss {mean:F4}") : null;
        var knn = progress.Knn is { } accuracy ? Text($"kNN {100 * accuracy:F1} %") : null;
        var isFast = progress.ViewsPerSecond > 0 && double.IsFinite(progress.ViewsPerSecond);
        var speed = isFast ? Text($"{progress.ViewsPerSecond:F0} views/s") : null;
        var left = progress.Remaining is { } remaining ? $"{DurationText.Rough(remaining)} left" : null;
        var name = Text($"{experiment.Dataset} {experiment.Method} seed {experiment.Seed}");
        string?[] parts = [name, title, epoch, step, loss, knn, speed, left];
        return string.Join("  ", parts.OfType<string>());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
