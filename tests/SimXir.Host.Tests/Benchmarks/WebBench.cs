using System.Globalization;
using Microsoft.Playwright;
using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host.Tests;

/// <summary>How fast the pages are at ten thousand cells of a thousand points each. Run by hand (<c>-explicit only -class '*WebBench' -showLiveOutput</c>): what it
/// finds is written down in <c>docs/benchmarks.md</c>, never asserted.</summary>
[Collection("pages")]
public sealed class WebBench(Browser browser, ITestOutputHelper output)
{
    private const int Repeats = 5;
    private const int Updates = 100;
    private static readonly int Cells = Number("SIMXIR_BENCH_CELLS", 10_000);
    private static readonly int Points = Number("SIMXIR_BENCH_POINTS", 1_000);

    /// <summary>Notes when what makes a page useful is first there, as of the navigation's begin.</summary>
    private const string Stopwatch = "shown => new Promise(done => { const look = () => document.querySelector(shown) ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look); look(); })";

    [Fact(Explicit = true)]
    public async Task Pages_AtTenThousandCells()
    {
        await using var grid = await TestGrid.StartAsync();
        var time = TimeProvider.System;
        var seeded = new SeededStore(grid.Store, Cells, Points);
        var plan = seeded.Plan();
        var began = time.GetTimestamp();
        await seeded.WriteAsync(plan);
        output.WriteLine($"seeded {plan.Experiments.Sum(experiment => experiment.Cells.Length)} cells in {time.GetElapsedTime(began).TotalSeconds:0} s");
        Assert.Equal(SubmitReply.Resumed, await grid.Grains.GetGrain<ISweepGrain>(SeededStore.Sweep.Value).Submit(new SubmitRequest(plan, SpecWriter.Write(plan.Spec))));
        var first = plan.Experiments[0].Id;
        (string Name, string Path, string Shown)[] pages =
        [
            ("grid, the first page of the process", "/sweeps/seeded", ".matrix .figure"),
            ("sweeps", "/", "table.list tbody tr"),
            ("grid", "/sweeps/seeded", ".matrix .figure"),
            ("cells", "/sweeps/seeded/cells", ".cell-row .state"),
            ("tables", "/sweeps/seeded/tables", ".table-text"),
            ("ledger", "/sweeps/seeded/ledger", ".strip.tall"),
            ("why", "/sweeps/seeded/why", ".log"),
            ("experiment", $"/sweeps/seeded/{first.Dataset}/{first.Method}/{first.Seed}", ".chart svg"),
            ("workers", "/workers", ".worker"),
            ("queue", "/queue", ".queue-row .number"),
        ];
        await using var open = await browser.OpenAsync(grid.Address);
        using (var client = grid.Client()) await client.ListAsync(TestContext.Current.CancellationToken);
        output.WriteLine("looked at all records once");
        foreach (var (name, path, shown) in pages)
        {
            var times = new List<double>();
            for (var repeat = 0; repeat < (name.Contains("first", StringComparison.Ordinal) ? 1 : Repeats); repeat++) times.Add(await PaintAsync(open.Page, path, shown));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: useful after {times.Order().ElementAt(times.Count / 2):0} ms, at most {times.Max():0} ms"));
        }
        await MeasureUpdatesAsync(grid, open);
        var session = await open.Page.Context.NewCDPSessionAsync(open.Page);
        foreach (var (name, path, shown) in pages.Where(page => page.Name is "grid" or "cells" or "experiment" or "queue"))
        {
            await open.GoAsync(path, shown);
            await open.PictureAsync($"bench-{name}");
            var used = await open.Page.EvaluateAsync<double>("performance.memory.usedJSHeapSize");
            var after = (await session.SendAsync("Runtime.getHeapUsage"))!.Value.GetProperty("usedSize").GetDouble();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: browser heap {Math.Max(used, after) / (1 << 20):0.0} MiB"));
        }
        open.AssertNoFault();
    }

    /// <summary>From what a worker tells the round's grain when it renews its lease, to the letters on the page of its experiment.</summary>
    private async Task MeasureUpdatesAsync(TestGrid grid, OpenPage open)
    {
        using var client = grid.Client();
        var worker = (await TestGrid.UntilAsync(() => client.WorkersAsync(CancellationToken.None), workers => workers is [{ Experiment: not null }]))[0];
        var look = await grid.Grains.GetGrain<IGpuWorkerGrain>(worker.Id).Look();
        var round = grid.Grains.GetGrain<IRoundGrain>(look.Round!.Value.Value);
        await open.GoAsync(FormattableString.Invariant($"/sweeps/seeded/{worker.Experiment!.Dataset}/{worker.Experiment.Method}/{worker.Experiment.Seed}"), ".graph");
        var times = new List<double>();
        for (var update = 1; update <= Updates; update++)
        {
            var seen = open.Page.WaitForFunctionAsync("text => document.querySelector('.graph')?.textContent.includes(text)", $"epoch {update}/1000");
            var began = TimeProvider.System.GetTimestamp();
            await round.Renew(look.Fence, new RoundProgress(update, 1000, update, 1000, 1.0 / update, null, 1500, null));
            await seen;
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }
        var ordered = times.Order().ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"update: median {ordered[ordered.Length / 2]:0} ms, 95th percentile {ordered[(int)(ordered.Length * 0.95)]:0} ms, at most {ordered[^1]:0} ms, n={Updates}"));
    }

    private static async Task<double> PaintAsync(IPage page, string path, string shown)
    {
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double>(Stopwatch, shown);
    }

    private static int Number(string name, int value) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : value;
}
