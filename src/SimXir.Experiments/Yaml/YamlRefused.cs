namespace SimXir.Experiments;

/// <summary>What is no part of a spec, such as an alias. Its fault is recorded already, so nothing more is said of it.</summary>
internal sealed record YamlRefused(int Line, int Column) : YamlNode(Line, Column);
