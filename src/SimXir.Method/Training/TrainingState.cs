using System.Collections.Immutable;
using System.Text.Json;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>All that training changes, as files: a method's parameters and buffers, and the optimizer's momentum.</summary>
internal sealed class TrainingState(LearningMethod method, Optimizer optimizer)
{
    private const string Parameters = "method.";
    private const string Encoder = Parameters + LearningMethod.EncoderPrefix;
    private const string Momentum = "momentum.";
    private const string RoundName = "round";
    private const string CursorName = "cursor";

    public LearningMethod Method => method;

    public Optimizer Optimizer => optimizer;

    /// <summary>The parts of a pretraining block.</summary>
    public Dictionary<string, byte[]> Parts()
    {
        var parts = Weights();
        var heads = Tensors().Where(pair => !pair.Key.StartsWith(Encoder, StringComparison.Ordinal));
        parts[RoundParts.State] = SafetensorsWriter.Write(TensorFile.Of(heads));
        return parts;
    }

    /// <summary>The encoder alone.</summary>
    public Dictionary<string, byte[]> Weights() =>
        new() { [RoundParts.Weights] = SafetensorsWriter.Write(TensorFile.OfPyTorch(ModuleState.Copy(method.Encoder))) };

    public void LoadParts(ReadOnlyMemory<byte> weights, ReadOnlyMemory<byte> state)
    {
        var all = SafetensorsReader.Read(state).Tensors.ToBuilder();
        foreach (var (name, tensor) in SafetensorsReader.Read(weights).Tensors)
            if (!all.TryAdd(Encoder + name, tensor)) throw new CheckpointException($"the parent block's state has the encoder's '{Shown.Of(name)}' too");
        ModuleState.Load(Targets(), all, "the parent block's state");
    }

    /// <param name="round">Whose checkpoint it is.</param>
    /// <param name="cursor">Where it stands.</param>
    public byte[] Checkpoint(RoundKey round, TrainingCursor cursor) => SafetensorsWriter.Write(TensorFile.Of(
        Tensors(),
        [new(RoundName, round.Value), new(CursorName, JsonSerializer.Serialize(cursor, CorridorJson.Options))]));

    public TrainingCursor LoadCheckpoint(RoundKey round, ReadOnlyMemory<byte> content)
    {
        var file = SafetensorsReader.Read(content);
        if (file.Metadata.GetValueOrDefault(RoundName) is var owner && owner != round.Value)
            throw new CheckpointException($"the checkpoint belongs to round {owner ?? "(not named)"}, not to {round}");
        ModuleState.Load(Targets(), file.Tensors, "the checkpoint");
        return CursorOf(file.Metadata.GetValueOrDefault(CursorName) ?? "null");
    }

    private static TrainingCursor CursorOf(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainingCursor>(text, CorridorJson.Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException fault)
        {
            throw new CheckpointException($"the checkpoint does not say where it stands: {Shown.Of(fault.Message, maxCharacters: 200)}", fault);
        }
    }

    /// <summary>Whether no parameter or buffer is infinite or not a number.</summary>
    public bool IsFinite()
    {
        using var scope = NewDisposeScope();
        return method.state_dict().Values.All(tensor => tensor.isfinite().all().item<bool>());
    }

    private IEnumerable<KeyValuePair<string, StoredTensor>> Tensors() =>
        Targets().Select(pair => KeyValuePair.Create(pair.Key, StoredTensor.Copy(pair.Value, pair.Key)));

    private Dictionary<string, Tensor> Targets() => method.state_dict().Select(pair => (Name: Parameters + pair.Key, pair.Value))
        .Concat(optimizer.Buffers.Select(pair => (Name: Momentum + pair.Name, Value: pair.Buffer)))
        .ToDictionary(pair => pair.Name, pair => pair.Value);
}
