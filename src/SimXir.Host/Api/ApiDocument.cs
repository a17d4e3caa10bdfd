using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>What the OpenAPI document says beyond what the endpoints do.</summary>
internal static class ApiDocument
{
    private static readonly Type[] Texts = [typeof(SweepId), typeof(ExperimentId), typeof(DatasetId), typeof(MethodId), typeof(RoundKey), typeof(ImportId)];

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true; // not Orleans' dashboard's
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "SimXir",
                Version = typeof(ApiDocument).Assembly.GetName().Version?.ToString(3),
                Description = "What can be seen of a grid and asked of it. Faults are RFC 9457 problems. With tokens set, send 'Authorization: Bearer TOKEN': a viewer's to look, an operator's to order.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" } };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (Texts.Contains(type)) schema.Type = JsonSchemaType.String; // written by a converter, whose form no schema shows
            return Task.CompletedTask;
        });
    }
}
