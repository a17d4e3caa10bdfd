using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SimXir.Experiments;

/// <summary>How the corridor's words are written as JSON, in the store, in messages and to users: camelCase, states and stop
/// reasons by their names, other enums as a spec spells them, ids as text.</summary>
public static class CorridorJson
{
    public static JsonSerializerOptions Options { get; } = Build(indented: false);

    public static JsonSerializerOptions Indented { get; } = Build(indented: true);

    private static JsonSerializerOptions Build(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            WriteIndented = indented,
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameMethods } },
            Converters =
            {
                new JsonStringEnumConverter<CellState>(namingPolicy: null, allowIntegerValues: false),
                new JsonStringEnumConverter<StopReason>(namingPolicy: null, allowIntegerValues: false),
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                new TextIdConverter<RoundKey>(text => new RoundKey(text), key => key.Value),
                new TextIdConverter<SweepId>(text => new SweepId(text), id => id.Value),
                new TextIdConverter<ImportId>(text => new ImportId(text), id => id.Value),
                new TextIdConverter<DatasetId>(DatasetId.Parse, id => id.Name),
                new TextIdConverter<MethodId>(MethodId.Parse, id => id.Name),
                new TextIdConverter<ExperimentId>(ExperimentId.Parse, id => id.ToString()),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A method's options begin with its name in the catalog.</summary>
    private static void NameMethods(JsonTypeInfo type)
    {
        if (type.Type != typeof(MethodSpec)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "name" };
        foreach (var method in Catalog.MethodLines) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(method.Defaults.GetType(), method.Name));
    }
}
