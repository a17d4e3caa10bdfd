using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Sweeps, as they stand now.</summary>
internal static class SweepEndpoints
{
    public static void MapSweeps(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sweeps", (GridDesk desk, CancellationToken cancellation) => desk.ListAsync(cancellation)).WithSummary("The sweeps of the store");
        api.MapGet("/sweeps/{sweep}", OneAsync).WithSummary("Where one stands").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sweeps/{sweep}/status", (string sweep, GridDesk desk, CancellationToken cancellation) => desk.StatusAsync(ApiNames.Sweep(sweep), cancellation))
            .WithSummary("The same by what the store holds, with its ledger").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sweeps/{sweep}/live", (string sweep, GridDesk desk, CancellationToken cancellation) => desk.LookAsync(ApiNames.Sweep(sweep), cancellation))
            .WithSummary("The same by what its grains say, for those who look again and again").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sweeps/{sweep}/cells", CellsAsync).WithSummary("Its cells, or some of them, page by page").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sweeps/{sweep}/ledger", (string sweep, GridDesk desk, CancellationToken cancellation) => desk.LedgerAsync(ApiNames.Sweep(sweep), cancellation))
            .WithSummary("Where its slot time went").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sweeps/{sweep}/result", (string sweep, GridDesk desk, CancellationToken cancellation) => desk.ResultAsync(ApiNames.Sweep(sweep), cancellation))
            .WithSummary("All its figures, finished or not").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sweeps/{sweep}/table", TableAsync).WithSummary("Its figures as a table").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/why/{**address}", (string address, GridDesk desk, CancellationToken cancellation) => desk.WhyAsync(CellAddress.Parse(address), cancellation))
            .WithSummary("Why a sweep, an experiment or a cell stands where it stands: SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<SweepView> OneAsync(string sweep, GridDesk desk, CancellationToken cancellation) =>
        SweepView.Of(await desk.SweepAsync(ApiNames.Sweep(sweep), cancellation));

    private static async Task<Page<WatchedCell>> CellsAsync(
        string sweep,
        GridDesk desk,
        CancellationToken cancellation,
        string? dataset = null,
        string? method = null,
        int? seed = null,
        string? treatment = null,
        string? state = null,
        [Description("Cells to leave out first")] int skip = 0,
        [Description("1 to 500")] int take = 100) => await desk.CellsAsync(
            ApiNames.Sweep(sweep),
            new CellFilter(
                ApiNames.OrNone(dataset, DatasetId.Parse), ApiNames.OrNone(method, MethodId.Parse), seed, ApiNames.Word<Treatment>(treatment, nameof(treatment)), ApiNames.Word<CellState>(state, nameof(state))),
            ApiNames.Range(skip, 0, int.MaxValue, nameof(skip)),
            ApiNames.Range(take, 1, Page<WatchedCell>.Most, nameof(take)),
            cancellation);

    private static async Task<IResult> TableAsync(
        string sweep, GridDesk desk, CancellationToken cancellation, [Description("text, md, csv, latex or json")] string format = "text", [Description("paper, or left out")] string? against = null)
    {
        if (against is not (null or "paper")) throw new FormatException($"against '{against}' is none; allowed is paper");
        var text = ResultText.Of(await desk.ResultAsync(ApiNames.Sweep(sweep), cancellation), format, against is not null);
        return Results.Text(text, ResultText.Forms[format]);
    }
}
