using SimXir.Grid;
using static Microsoft.Playwright.Assertions;

namespace SimXir.Host.Tests;

/// <summary>Every page in a real browser: shown, without a fault in its console, without a request to another host, without a serious barrier.</summary>
[Collection("pages")]
public sealed class PagesTests(IdleGrid idle, Browser browser)
{
    private const string Experiment = "/sweeps/mine/fashion-mnist-sample";

    public static TheoryData<string, string, string> Pages => new()
    {
        { "sweeps", "/", "table.list >> text=mine" },
        { "grid", "/sweeps/mine", ".matrix .figure >> text=▶" },
        { "cells", "/sweeps/mine/cells", ".cell-row >> text=running" },
        { "tables", "/sweeps/mine/tables", ".table-text" },
        { "ledger", "/sweeps/mine/ledger", "text=of slot time" },
        { "why", "/sweeps/mine/why", ".log li" },
        { "experiment", Experiment, ".chart svg" },
        { "workers", "/workers", ".worker >> text=pretrain" },
        { "queue", "/queue", ".queue-row >> text=it is the next" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnADesktopInLightColours_IsWhole(string name, string path, string shown) => await LookAsync(name, path, shown, isPhone: false, isDark: false);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhoneInDarkColours_IsWhole(string name, string path, string shown) => await LookAsync(name, path, shown, isPhone: true, isDark: true);

    [Fact]
    public async Task Sweep_OfAHostileName_IsToldAsText()
    {
        await using var open = await browser.OpenAsync(idle.Grid.Address);

        await open.Page.GotoAsync("/sweeps/%3Cimg%20src=x%20onerror=alert(1)%3E");

        await Expect(open.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).First).ToContainTextAsync("'<img src=x onerror=alert(1)>' is no sweep name");
        open.AssertNoFault();
    }

    private async Task LookAsync(string name, string path, string shown, bool isPhone, bool isDark)
    {
        if (path == Experiment) path = $"{Experiment}/{await RunningAsync()}/0";
        await using var open = await browser.OpenAsync(idle.Grid.Address, isPhone, isDark);
        await open.GoAsync(path, shown);

        await open.PictureAsync($"{name}-{(isPhone ? "phone" : "desktop")}-{(isDark ? "dark" : "light")}");
        Assert.Equal(isDark ? "dark" : "light", await open.Page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than its screen");
        await open.AssertNoBarrierAsync();
        open.AssertNoFault();
    }

    private async Task<string> RunningAsync()
    {
        using var client = idle.Grid.Client();
        var sweep = await client.SweepAsync(IdleGrid.Sweep, TestContext.Current.CancellationToken);
        return sweep.Experiments.Single(experiment => experiment.Active.Any(round => round.Status == RoundStatus.Leased)).Id.Method.Name;
    }
}
