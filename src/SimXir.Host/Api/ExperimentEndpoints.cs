using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SimXir.Host;

/// <summary>Experiments, their rounds, and what these measured.</summary>
internal static class ExperimentEndpoints
{
    public static void MapExperiments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sweeps/{sweep}/experiments/{dataset}/{method}/{seed:int}", OneAsync)
            .WithSummary("One experiment: the graph of its rounds, their attempts and causal logs").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/rounds/{round}/curves", CurvesAsync).WithSummary("What a round measured over its steps, with no more points than a screen shows");
    }

    private static Task<ExperimentView> OneAsync(string sweep, string dataset, string method, int seed, GridDesk desk, CancellationToken cancellation) =>
        desk.ExperimentAsync(ApiNames.Experiment(sweep, dataset, method, seed), cancellation);

    private static Task<IReadOnlyList<Curve>> CurvesAsync(string round, GridDesk desk, CancellationToken cancellation, [Description("3 to 2000 of each curve")] int points = 300) =>
        desk.CurvesAsync(ApiNames.Round(round), ApiNames.Range(points, CurveLook.FewestPoints, CurveLook.MostPoints, nameof(points)), cancellation);
}
