using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>What operators ask of sweeps.</summary>
internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder orders)
    {
        orders.MapPost("/sweeps", SubmitAsync).WithSummary("Submits a spec: YAML, as the body").Accepts<string>("application/yaml").ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        orders.MapPost("/sweeps/{sweep}/orders", OrderAsync).WithSummary("Pauses it, lets it go on, or cancels it").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        orders.MapPut("/sweeps/{sweep}/service", ServeAsync).WithSummary("Serves it before or after others").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        orders.MapPost("/sweeps/{sweep}/retry", RetryAsync).WithSummary("Tries again what failed or was cancelled").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Submission> SubmitAsync(HttpRequest request, GridDesk desk, CancellationToken cancellation, [Description("What messages call the spec")] string name = "spec.yaml")
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            return await desk.SubmitAsync(await reader.ReadToEndAsync(cancellation), name);
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("the body is no text; send the spec as YAML, encoded as UTF-8");
        }
    }

    private static Task<IResult> OrderAsync(string sweep, OrderRequest request, GridDesk desk, CancellationToken cancellation) =>
        AskAsync(sweep, desk, id => desk.OrderAsync(id, request.Order), cancellation);

    private static Task<IResult> ServeAsync(string sweep, ServiceWish wanted, GridDesk desk, CancellationToken cancellation) => AskAsync(
        sweep,
        desk,
        id =>
        {
            ApiNames.Range(wanted.Priority, -100, 100, "priority");
            if (wanted.Weight is { } weight && weight is not (>= 0.1 and <= 100)) throw new FormatException(FormattableString.Invariant($"weight {weight} is out of range; allowed are 0.1 to 100"));
            return desk.ServeAsync(id, wanted);
        },
        cancellation);

    private static Task<IResult> RetryAsync(string sweep, GridDesk desk, CancellationToken cancellation) => AskAsync(sweep, desk, id => desk.RetryAsync(id, cancellation), cancellation);

    /// <summary>A sweep that is not there is one thing, one that cannot obey another.</summary>
    private static async Task<IResult> AskAsync<T>(string sweep, GridDesk desk, Func<SweepId, Task<T>> ask, CancellationToken cancellation)
    {
        var id = ApiNames.Sweep(sweep);
        await desk.NewestAsync(id, cancellation);
        try
        {
            return Results.Json(await ask(id));
        }
        catch (ClusterException fault)
        {
            return Problems.Of(StatusCodes.Status409Conflict, fault.Message);
        }
    }
}
