using System.Text.Json;
using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>Writes the options of every method under its name.</summary>
internal sealed class MethodOptionsConverter : JsonConverter<MethodOptions>
{
    /// <summary>A method that is not there has its defaults: plans of stores are older than some methods. One that is not known is passed over, as any
    /// key is that a plan has more. Letter case does not count, as for any key.</summary>
    public override MethodOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var found = new MethodOptions();
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ref reader, options) ?? throw new JsonException("null where methods' options were expected"))
        {
            if (Catalog.MethodLines.FirstOrDefault(line => line.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } method) continue;
            found = found.With((MethodSpec?)value.Deserialize(method.Defaults.GetType(), options) ?? throw new JsonException($"null where the options of {name} were expected"));
        }

        return found;
    }

    public override void Write(Utf8JsonWriter writer, MethodOptions value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var method in Catalog.MethodLines)
        {
            writer.WritePropertyName(method.Name);
            JsonSerializer.Serialize(writer, value[MethodId.Of(method.Defaults)], method.Defaults.GetType(), options);
        }

        writer.WriteEndObject();
    }
}
