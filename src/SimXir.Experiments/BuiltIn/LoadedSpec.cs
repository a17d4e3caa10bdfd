namespace SimXir.Experiments;

/// <summary>A spec with the text that it was read from, which the store keeps as the user wrote it.</summary>
/// <param name="Spec">What the text says, checked.</param>
/// <param name="Text">YAML.</param>
/// <param name="Source">What a message calls it, such as the file's name.</param>
public sealed record LoadedSpec(SweepSpec Spec, string Text, string Source);
