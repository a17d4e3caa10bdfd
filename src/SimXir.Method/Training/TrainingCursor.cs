using System.Text.Json.Serialization;

namespace SimXir.Method;

/// <summary>Where a training round stands, between two steps: with weights and momentum, all that a resumed run needs.</summary>
/// <param name="Epoch">The epoch of the next step, counted from 0 over the whole stage.</param>
/// <param name="Batch">The next step's number in that epoch.</param>
/// <param name="LossSum">Sum of the losses of that epoch's steps so far.</param>
/// <param name="EpochLoss">Mean loss of the last whole epoch of this round.</param>
/// <param name="Knn">The monitor's last accuracy.</param>
/// <param name="FeatureSpread">The monitor's last feature spread.</param>
internal sealed record TrainingCursor(
    [property: JsonRequired] int Epoch,
    [property: JsonRequired] int Batch,
    [property: JsonRequired] double LossSum,
    double? EpochLoss,
    double? Knn,
    double? FeatureSpread)
{
    public static TrainingCursor At(int epoch) => new(epoch, 0, 0, null, null, null);

    /// <summary>Mean loss of the epoch that the last step belongs to, so far; null before the first step.</summary>
    public double? Loss => Batch > 0 ? LossSum / Batch : EpochLoss;

    public TrainingCursor After(double loss, int stepsPerEpoch) => Batch + 1 < stepsPerEpoch
        ? this with { Batch = Batch + 1, LossSum = LossSum + loss }
        : this with { Epoch = Epoch + 1, Batch = 0, LossSum = 0, EpochLoss = (LossSum + loss) / stepsPerEpoch };
}
