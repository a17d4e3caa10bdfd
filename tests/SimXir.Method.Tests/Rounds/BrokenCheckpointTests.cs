using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>Checkpoints and parents' parts that are not what they should be: one clear fault each, and no step made.</summary>
public sealed class BrokenCheckpointTests
{
    private static readonly PretrainRecipe Recipe = TinyRounds.Pretrain(to: 1, epochs: 1);
    private static readonly Lazy<byte[]> Whole = new(Checkpoint);

    [Fact]
    public void Resume_FromACheckpointCutOffAnywhere_IsRefused()
    {
        // Every byte of the header, and steps through the data behind it, where one is like another; the engine itself for some of them.
        var (whole, header) = (Whole.Value, 8 + (int)BitConverter.ToInt64(Whole.Value));
        for (var length = 0; length < whole.Length; length += length < header ? 1 : whole.Length / 100)
            Assert.Throws<CheckpointException>(() => SafetensorsReader.Read(whole.AsMemory(0, length)));
        foreach (var length in (int[])[0, 7, 8, header / 2, header, whole.Length - 1]) Assert.NotEmpty(Refused(whole[..length]));
    }

    [Fact]
    public void Resume_FromAnotherRoundsCheckpoint_IsRefused() => Assert.Equal(
        $"the checkpoint belongs to round {RecipeJson.KeyOf(Recipe)}, not to {RecipeJson.KeyOf(TinyRounds.Pretrain(to: 1, epochs: 1, seed: 1))}",
        Assert.Throws<CheckpointException>(() => TinyRounds.Run(TinyRounds.Pretrain(to: 1, epochs: 1, seed: 1), TinyRounds.Inputs(checkpoint: Whole.Value))).Message);

    [Theory]
    [InlineData("{}", "the checkpoint does not say where it stands: ")]
    [InlineData("null", "the checkpoint does not say where it stands: it is null")]
    [InlineData("""{"epoch":"x"}""", "the checkpoint does not say where it stands: ")]
    [InlineData("""{"epoch":0,"batch":7,"lossSum":0}""", "the checkpoint stands at step 7 of epoch 0; its round has epochs 0 to 1 of 7 steps")]
    [InlineData("""{"epoch":0,"batch":-1,"lossSum":0}""", "the checkpoint stands at step -1 of epoch 0; its round has epochs 0 to 1 of 7 steps")]
    [InlineData("""{"epoch":1,"batch":1,"lossSum":0}""", "the checkpoint stands at step 1 of epoch 1; its round has epochs 0 to 1 of 7 steps")]
    [InlineData("""{"epoch":2,"batch":0,"lossSum":0}""", "the checkpoint stands at step 0 of epoch 2; its round has epochs 0 to 1 of 7 steps")]
    public void Resume_FromAPlaceThatIsNone_IsRefused(string cursor, string message)
    {
        var file = SafetensorsReader.Read(Whole.Value);
        Assert.StartsWith(message, Refused(SafetensorsWriter.Write(file with { Metadata = file.Metadata.SetItem("cursor", cursor) })), StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_WithTensorsMissingUnknownOrOfAnotherShape_NamesThem()
    {
        var file = SafetensorsReader.Read(Whole.Value);
        var names = file.Tensors.Keys.Where(name => name.EndsWith("conv1.weight", StringComparison.Ordinal)).Take(2).ToArray();
        var tensors = file.Tensors.Remove(names[0]).Add("more", new StoredTensor(ElementType.F32, [1], new byte[4]))
            .SetItem(names[1], new StoredTensor(ElementType.F16, [1], new byte[2]));
        var fault = Refused(SafetensorsWriter.Write(file with { Tensors = tensors }));
        Assert.StartsWith($"the checkpoint does not fit: '{names[0]}' is missing; 'more' is not known; '{names[1]}' has shape [1] and type F16, wanted are [", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_FromAParentWhosePartsOverlap_IsRefused()
    {
        var parts = new Dictionary<string, byte[]>(TinyRounds.Run(Recipe, TinyRounds.Inputs()).Parts);
        var state = SafetensorsReader.Read(parts[RoundParts.State]);
        parts[RoundParts.State] = SafetensorsWriter.Write(state with
        {
            Tensors = state.Tensors.Add($"method.{LearningMethod.EncoderPrefix}bn1.bias", new StoredTensor(ElementType.F32, [2], new byte[8])),
        });
        var second = TinyRounds.Pretrain(from: 1, to: 2);
        Assert.Equal(
            "the parent block's state has the encoder's 'bn1.bias' too",
            Assert.Throws<CheckpointException>(() => TinyRounds.Run(second, TinyRounds.Inputs(parts))).Message);
        parts[RoundParts.Weights] = parts[RoundParts.Weights][..^1];
        Assert.Throws<CheckpointException>(() => TinyRounds.Run(second, TinyRounds.Inputs(parts)));
        Assert.Throws<CheckpointException>(() => TinyRounds.Run(TinyRounds.Finetune(Treatment.SimXir), TinyRounds.Inputs(parts)));
        Assert.Throws<CheckpointException>(() => TinyRounds.Run(TinyRounds.Evaluate(), TinyRounds.Inputs(parts)));
    }

    private static byte[] Checkpoint()
    {
        var host = new RecordingHost(3);
        TinyRounds.Run(Recipe, TinyRounds.Inputs(), host);
        return host.Saved[0].Content;
    }

    private static string Refused(byte[] checkpoint)
    {
        var host = new RecordingHost();
        var fault = Assert.Throws<CheckpointException>(() => TinyRounds.Run(Recipe, TinyRounds.Inputs(checkpoint: checkpoint), host));
        Assert.Empty(host.Metrics);
        return fault.Message;
    }
}
