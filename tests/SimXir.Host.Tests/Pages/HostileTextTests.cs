using Microsoft.Playwright;
using SimXir.Report;
using SimXir.Store;
using SimXir.Testing;
using static Microsoft.Playwright.Assertions;

namespace SimXir.Host.Tests;

/// <summary>Markup in every text that a store or a silo holds is shown as text, on every page and in the report, in a real browser.</summary>
[Collection("pages")]
public sealed class HostileTextTests(Browser browser)
{
    private const string Experiment = "/sweeps/hostile/fashion-mnist-sample/simsiam/0";

    /// <summary>Each page, a selector of what makes it useful, and which texts must stand in it.</summary>
    private static readonly (string Path, string Shown, string[] Texts)[] Pages =
    [
        ("/workers", ".worker", ["device", "silo", "title-0"]),
        ("/queue", ".queue-row .number", ["title-3"]),
        ("/", "table.list >> text=hostile", []),
        ("/sweeps/hostile", ".matrix .cell", []),
        ("/sweeps/hostile/cells", ".cell-row .state", ["title-0", "reason"]),
        ("/sweeps/hostile/tables", ".table-text", ["reason"]),
        ("/sweeps/hostile/why", ".log li", ["sweep-log"]),
        (Experiment, ".graph", ["title-0", "title-3", "experiment-log"]),
    ];

    [Fact]
    public async Task Markup_InWhateverAStoreOrASiloHolds_IsShownAsText()
    {
        await using var grid = await TestGrid.StartAsync(slots: 0);
        var plan = await HostileStore.WriteAsync(grid.Store);
        Directory.CreateDirectory(Path.Combine(grid.Store.Description, "sweeps", "<img src=x onerror=alert(1)>"));
        await File.WriteAllTextAsync(Path.Combine(grid.Store.Description, "sweeps", "<img src=x onerror=alert(1)>", "plan.json"), "{}", TestContext.Current.CancellationToken);
        await HostileStore.JoinAsync(grid.Grains, plan);
        await using var open = await browser.OpenAsync(grid.Address);
        foreach (var (path, shown, texts) in Pages)
        {
            await open.GoAsync(path, shown);
            await AssertIsTextAsync(open.Page, path, texts);
            await open.PictureAsync("hostile" + path.Replace('/', '-'));
        }
        await open.GoAsync($"{Experiment}?round={plan.Experiments[0].Rounds[3].Key.Prefix}", ".log");
        await AssertIsTextAsync(open.Page, "round", ["round-log", "reason"]);
        open.AssertNoFault();
    }

    [Fact]
    public async Task Markup_InAReport_IsShownAsText()
    {
        using var folder = new TempDirectory();
        var store = await ObjectStores.OpenAsync(folder.Path, TimeProvider.System, cancellation: TestContext.Current.CancellationToken);
        await HostileStore.WriteAsync(store);
        var html = ReportPage.Write(await new ReportReading(store, TimeProvider.System).ReadAsync(HostileStore.Sweep, TestContext.Current.CancellationToken));
        await using var open = await browser.OpenAsync(new Uri("http://127.0.0.1:1")); // the report asks no host

        await open.Page.SetContentAsync(html);

        await AssertIsTextAsync(open.Page, "report", ["spec", "note", "reason", "environment-device"]);
        open.AssertNoFault();
    }

    private static async Task AssertIsTextAsync(IPage page, string path, string[] texts)
    {
        foreach (var text in texts) await Expect(page.Locator("body")).ToContainTextAsync(HostileStore.Evil(text));
        Assert.False(await page.EvaluateAsync<bool>("() => window.pwned !== undefined || document.querySelector('img[src=x]') !== null"), $"{path}: a text became markup");
        Assert.DoesNotContain("an error of the program", await page.InnerTextAsync("body"), StringComparison.Ordinal);
    }
}
