using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SimXir.Experiments;

/// <summary>The canonical form of a recipe: JSON without white space, keys in ordinal order, numbers in their shortest exact form.</summary>
public static class RecipeJson
{
    public static string Canonical(RoundRecipe recipe) =>
        Sorted(JsonSerializer.SerializeToNode(recipe, CorridorJson.Options))!.ToJsonString(CorridorJson.Options);

    public static RoundKey KeyOf(RoundRecipe recipe) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(recipe)))));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
