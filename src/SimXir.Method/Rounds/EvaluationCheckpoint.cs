using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>What an evaluation need not do again: the epochs of the paper's linear probe, by far its longest part.</summary>
internal static class EvaluationCheckpoint
{
    private const string RoundName = "round";
    private const string EpochName = "epoch";

    /// <param name="round">Whose it is.</param>
    /// <param name="probe">Between two epochs.</param>
    public static TrainingCheckpoint Of(RoundKey round, PaperProbe probe)
    {
        var state = probe.State().Select(pair => KeyValuePair.Create(pair.Key, StoredTensor.Copy(pair.Value, pair.Key)));
        var epoch = probe.Epoch.ToString(CultureInfo.InvariantCulture);
        return new TrainingCheckpoint(
            SafetensorsWriter.Write(TensorFile.Of(state, [new(RoundName, round.Value), new(EpochName, epoch)])),
            probe.Steps,
            probe.Epoch);
    }

    public static void Load(RoundKey round, ReadOnlyMemory<byte> content, PaperProbe probe)
    {
        var file = SafetensorsReader.Read(content);
        if (file.Metadata.GetValueOrDefault(RoundName) is var owner && owner != round.Value)
            throw new CheckpointException($"the checkpoint belongs to round {Shown.Of(owner ?? "(not named)")}, not to {round}");
        var text = file.Metadata.GetValueOrDefault(EpochName) ?? "(none)";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) || epoch > PaperProbe.Epochs)
            throw new CheckpointException($"the checkpoint stands at epoch {Shown.Of(text)} of the probe's {PaperProbe.Epochs}");
        probe.Load(file.Tensors, epoch);
    }
}
