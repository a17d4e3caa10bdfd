using SimXir.Experiments;
using static Microsoft.Playwright.Assertions;

namespace SimXir.Host.Tests;

/// <summary>What moves on a page, and what it can be asked, by mouse and by keyboard alone.</summary>
[Collection("pages")]
public sealed class LivePagesTests(Browser browser)
{
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;
    private static readonly SweepId Sweep = new("moving");

    [Fact]
    public async Task Grid_WhileItRuns_MovesByItselfAndObeysTheKeyboard()
    {
        await using var grid = await TestGrid.StartAsync();
        using var client = grid.Client();
        await client.SubmitAsync(SpecSource.Loaded(TestGrid.Spec(Sweep.Value, methods: "[simsiam]"), "moving.yaml"), Soon);
        await using var open = await browser.OpenAsync(grid.Address);
        var page = open.Page;
        await open.GoAsync($"/sweeps/{Sweep}", ".matrix .cell .treatment");

        grid.Rounds.Let(SteppedRounds.Steps / 2);
        await Expect(page.Locator(".treatment").First).ToContainTextAsync("▶ 16 %"); // half of the first of three rounds

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Pause" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToContainTextAsync("Running rounds checkpoint and give their slots back");
        await open.PictureAsync("pause-desktop-light");
        await open.AssertNoBarrierAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Pause" }).PressAsync("Enter");
        await Expect(page.Locator(".head-line .state").First).ToContainTextAsync("paused");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        grid.Rounds.LetAll();
        await Expect(page.Locator(".head-line .state").First).ToContainTextAsync("completed");
        await Expect(page.Locator(".treatment .gain").Nth(1)).Not.ToBeEmptyAsync();
        await open.PictureAsync("done-desktop-light");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "simsiam on" }).ClickAsync();
        await Expect(page.Locator(".node.is-completed")).ToHaveCountAsync(7);
        await open.PictureAsync("dag-desktop-light");
        open.AssertNoFault();
    }

    [Fact]
    public async Task Viewer_WhoSignsIn_SeesButCannotOrder_AndSignsOut()
    {
        await using var grid = await TestGrid.StartAsync(GuardedGrid.Options, slots: 0);
        using var client = grid.Client(GuardedGrid.Operator);
        await client.SubmitAsync(SpecSource.Loaded(TestGrid.Spec(Sweep.Value, methods: "[simsiam]"), "moving.yaml"), Soon);
        await using var open = await browser.OpenAsync(grid.Address);
        var page = open.Page;

        await page.GotoAsync($"/sweeps/{Sweep}");
        await open.AssertNoBarrierAsync();
        await open.PictureAsync("login-desktop-light");
        await page.GetByLabel("Token").FillAsync(GuardedGrid.Viewer);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = Sweep.Value })).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.live === 'yes'");
        await Expect(page.Locator(".head-line .state").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/login");
        open.AssertNoFault();
    }
}
