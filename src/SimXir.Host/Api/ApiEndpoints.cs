using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>The HTTP API: what the pages and the command line do, for programs.</summary>
internal static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            var words = CorridorJson.Options;
            json.SerializerOptions.Encoder = words.Encoder;
            json.SerializerOptions.DefaultIgnoreCondition = words.DefaultIgnoreCondition;
            json.SerializerOptions.NumberHandling = words.NumberHandling;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, words.TypeInfoResolver!);
            foreach (var converter in words.Converters) json.SerializerOptions.Converters.Add(converter);
        });
        return services.AddOpenApi(ApiDocument.Describe);
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(AccessRoles.Viewer);
        routes.MapGet("/openapi", () => Results.Redirect("/openapi/v1.json")).RequireAuthorization(AccessRoles.Viewer).ExcludeFromDescription();
        var api = routes.MapGroup("/api").RequireAuthorization(AccessRoles.Viewer).ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapSweeps();
        api.MapExperiments();
        api.MapPool();
        var orders = routes.MapGroup("/api").RequireAuthorization(AccessRoles.Operator).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        orders.MapOrders();
        routes.MapFallback("/api/{**rest}", (string rest) => Problems.Of(StatusCodes.Status404NotFound, $"the API has no '/api/{rest}'; /openapi/v1.json lists what it has"))
            .RequireAuthorization(AccessRoles.Viewer);
    }
}
