using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace SimXir.Host.Tests;

/// <summary>A page in a browser, with all that went wrong in it and all that it asked of others.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    /// <summary>A folder for pictures of what the tests see; none where it is not set.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SIMXIR_PICTURES");
    private readonly IBrowserContext _context;
    private readonly string _axe;
    private readonly ConcurrentQueue<string> _faults = new();

    private OpenPage(IBrowserContext context, IPage page, string axe) => (_context, Page, _axe) = (context, page, axe);

    public IPage Page { get; }

    public static async Task<OpenPage> OfAsync(IBrowserContext context, Uri host, string axe)
    {
        var open = new OpenPage(context, await context.NewPageAsync(), axe);
        open.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") open._faults.Enqueue($"{message.Type}: {message.Text}");
        };
        open.Page.PageError += (_, fault) => open._faults.Enqueue($"script: {fault}");
        open.Page.Dialog += (_, dialog) => open._faults.Enqueue($"dialog: {dialog.Message}");
        open.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Authority != host.Authority) open._faults.Enqueue($"asked another host: {request.Url}");
        };
        open.Page.WebSocket += (_, socket) =>
        {
            if (new Uri(socket.Url).Authority != host.Authority) open._faults.Enqueue($"asked another host: {socket.Url}");
        };
        return open;
    }

    /// <summary>Goes there and waits until the page is shown and answers.</summary>
    /// <param name="path">Such as <c>/queue</c>.</param>
    /// <param name="shown">A selector of what makes it useful.</param>
    public async Task GoAsync(string path, string shown)
    {
        await Page.GotoAsync(path);
        await Page.Locator(shown).First.WaitForAsync();
        await Page.WaitForFunctionAsync("() => document.documentElement.dataset.live === 'yes'");
        await Page.Locator(shown).First.WaitForAsync();
    }

    /// <summary>No fault of a script, no complaint in the console, nothing asked of another host.</summary>
    public void AssertNoFault() => Assert.Empty(_faults);

    /// <summary>No serious or critical barrier.</summary>
    public async Task AssertNoBarrierAsync()
    {
        await Page.EvaluateAsync(_axe); // over the debugger: no policy of the page lets a foreign script in
        var found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160) + ' | ' + n.failureSummary).join('; ')}`)");
        Assert.Empty(found.EnumerateArray().Select(barrier => barrier.GetString()));
    }

    public async Task PictureAsync(string name)
    {
        if (Pictures is { Length: > 0 }) await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
