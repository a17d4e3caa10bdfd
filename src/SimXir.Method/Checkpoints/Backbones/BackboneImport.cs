namespace SimXir.Method;

/// <summary>A backbone taken out of a checkpoint, ready to start from.</summary>
/// <param name="Source">The checkpoint.</param>
/// <param name="Found">Where it was, what was used and what was left.</param>
/// <param name="Weights">Its tensors by torchvision's names, as a round's own weights: 32 bit floats.</param>
/// <param name="Converted">How many of them had another type.</param>
public sealed record BackboneImport(CheckpointFile Source, FoundBackbone Found, TensorFile Weights, int Converted)
{
    /// <exception cref="CheckpointException">It cannot be read, or has no backbone that can be used; the message names it.</exception>
    public static BackboneImport Read(string path)
    {
        var file = CheckpointFile.Read(path);
        try
        {
            return Take(file);
        }
        catch (CheckpointException fault)
        {
            throw new CheckpointException($"'{path}': {fault.Message}", fault);
        }
    }

    /// <exception cref="CheckpointException">There is no backbone, or it is not whole, or not finite: with the numbers.</exception>
    public static BackboneImport Take(CheckpointFile source)
    {
        var file = source.Content;
        var found = BackboneFinder.Find(file) ?? throw new CheckpointException(
            $"none of its {file.Tensors.Count} tensors looks like the stem of a ResNet: a 'conv1.weight' of shape [width, 3, 3, 3] or "
            + "[width, 3, 7, 7] beside a 'layer1.0.conv1.weight'");
        if (found.Fault() is { } fault) throw new CheckpointException(fault);

        var weights = new Dictionary<string, StoredTensor>();
        var converted = 0;
        foreach (var wanted in ResNetLayout.Of(found.Backbone))
        {
            var stored = file.Tensors.GetValueOrDefault(found.Prefix + wanted.Name)
                ?? new StoredTensor(ElementType.I64, [], new byte[sizeof(long)]);
            var tensor = weights[wanted.Name] = Floats.As(stored, wanted);
            if (stored.Type != wanted.Type) converted++;
            if (!wanted.IsCounter && Floats.CountNotFinite(tensor) is var bad and > 0)
            {
                throw new CheckpointException(
                    $"'{Shown.Of(found.Prefix + wanted.Name)}' has {bad} elements of {tensor.Data.Length / sizeof(float)} that are infinite or no numbers");
            }
        }

        return new BackboneImport(source, found, TensorFile.OfPyTorch(weights), converted);
    }
}
