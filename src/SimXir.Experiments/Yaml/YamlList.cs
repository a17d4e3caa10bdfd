using System.Collections.Immutable;

namespace SimXir.Experiments;

internal sealed record YamlList(int Line, int Column, ImmutableArray<YamlNode> Items) : YamlNode(Line, Column);
