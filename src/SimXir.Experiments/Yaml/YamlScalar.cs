namespace SimXir.Experiments;

/// <summary>A single value, as text: what it means is decided by the key that it stands at.</summary>
internal sealed record YamlScalar(int Line, int Column, string Text, bool Quoted) : YamlNode(Line, Column)
{
    /// <summary>YAML's ways to write that there is no value.</summary>
    public bool IsNull => !Quoted && (Text is "" or "~" or "null" or "Null" or "NULL");
}
