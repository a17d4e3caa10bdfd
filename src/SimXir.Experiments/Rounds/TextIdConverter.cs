using System.Text.Json;
using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>Writes a typed id as its text, as a value and as a property name.</summary>
internal sealed class TextIdConverter<T>(Func<string, T> parse, Func<T, string> text) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parsed(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parsed(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(text(value));

    private T Parsed(string? value)
    {
        try
        {
            return parse(value ?? throw new JsonException($"null where a {typeof(T).Name} was expected"));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw new JsonException(fault.Message, fault);
        }
    }
}
