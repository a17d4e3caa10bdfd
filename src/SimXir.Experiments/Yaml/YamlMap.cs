using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>Keys with values, in the order written; a key may stand there twice.</summary>
internal sealed record YamlMap(int Line, int Column, ImmutableArray<YamlEntry> Entries) : YamlNode(Line, Column);
