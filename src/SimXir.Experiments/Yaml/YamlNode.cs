namespace SimXir.Experiments;

/// <summary>A piece of a YAML document and where it starts.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
internal abstract record YamlNode(int Line, int Column);
