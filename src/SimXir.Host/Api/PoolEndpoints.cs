using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SimXir.Host;

/// <summary>The pool's slots, and who waits for one.</summary>
internal static class PoolEndpoints
{
    public static void MapPool(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workers", async (GridDesk desk, CancellationToken cancellation) => await desk.WorkersAsync(await desk.PoolAsync(cancellation), cancellation))
            .WithSummary("The slots: device, load, current round, quarantine").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/queue", QueueAsync).WithSummary("The rounds that wait, each with why").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Page<QueueEntry>> QueueAsync(
        GridDesk desk, CancellationToken cancellation, [Description("Rounds to leave out first")] int skip = 0, [Description("1 to 500")] int take = 100) => await desk.QueueAsync(
            await desk.PoolAsync(cancellation), ApiNames.Range(skip, 0, int.MaxValue, nameof(skip)), ApiNames.Range(take, 1, Page<QueueEntry>.Most, nameof(take)), cancellation);
}
