using SimXir.Grid;
using static Microsoft.Playwright.Assertions;

namespace SimXir.Host.Tests;

/// <summary>Every page in a real browser: shown, without a fault in its console, without a request to another host, without a serious barrier.</summary>
[Collection("pages")]
public sealed class PagesTests(IdleGrid idle, Browser browser)
{
    private const string Experiment = "/sweeps/mine/fashion-mnist-sample";

    /// <summary>The pages that look most different on a phone and in dark colours are looked at both ways, the others one way.</summary>
    public static TheoryData<string, string, string, bool> Pages => new()
    {
        { "sweeps", "/", "table.list >> text=mine", true },
        { "grid", "/sweeps/mine", ".matrix .figure >> text=▶", false },
        { "grid", "/sweeps/mine", ".matrix .figure >> text=▶", true },
        { "cells", "/sweeps/mine/cells", ".cell-row >> text=running", true },
        { "tables", "/sweeps/mine/tables", ".table-text", false },
        { "ledger", "/sweeps/mine/ledger", "text=of slot time", false },
        { "why", "/sweeps/mine/why", ".log li", true },
        { "experiment", Experiment, ".chart svg", false },
        { "experiment", Experiment, ".chart svg", true },
        { "workers", "/workers", ".worker >> text=pretrain", false },
        { "queue", "/queue", ".queue-row >> text=it is the next", true },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnADesktopInLightOrAPhoneInDarkColours_IsWhole(string name, string path, string shown, bool isPhoneInTheDark)
    {
        if (path == Experiment) path = $"{Experiment}/{await RunningAsync()}/0";
        await using var open = await browser.OpenAsync(idle.Grid.Address, isPhoneInTheDark, isPhoneInTheDark);
        await open.GoAsync(path, shown);

        await open.PictureAsync($"{name}-{(isPhoneInTheDark ? "phone-dark" : "desktop-light")}");
        Assert.Equal(isPhoneInTheDark ? "dark" : "light", await open.Page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than its screen");
        await open.AssertNoBarrierAsync();
        open.AssertNoFault();
    }

    [Fact]
    public async Task Sweep_OfAHostileName_IsToldAsText()
    {
        await using var open = await browser.OpenAsync(idle.Grid.Address);

        await open.Page.GotoAsync("/sweeps/%3Cimg%20src=x%20onerror=alert(1)%3E");

        await Expect(open.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).First).ToContainTextAsync("'<img src=x onerror=alert(1)>' is no sweep name");
        open.AssertNoFault();
    }

    private async Task<string> RunningAsync()
    {
        using var client = idle.Grid.Client();
        var sweep = await client.SweepAsync(IdleGrid.Sweep, TestContext.Current.CancellationToken);
        return sweep.Experiments.Single(experiment => experiment.Active.Any(round => round.Status == RoundStatus.Leased)).Id.Method.Name;
    }
}
