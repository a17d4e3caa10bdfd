namespace SimXir.Experiments;

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
