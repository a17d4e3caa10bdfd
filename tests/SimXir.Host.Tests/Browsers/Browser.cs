using Microsoft.Playwright;
using SimXir.Host.Tests;
using SimXir.Testing;

[assembly: AssemblyFixture(typeof(Browser))]

namespace SimXir.Host.Tests;

/// <summary>The system's own Chromium, driven by Playwright, which downloads none; and the scanner for barriers.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Long, because other tests may hold the machine: these tests ask what a page shows, not how soon.</summary>
    private static readonly TimeSpan PageTimeout = TimeSpan.FromMinutes(1);
    private readonly NpmFolder _packages = new("tests", "axe");
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _missing;

    private string Axe => _packages.File("axe-core", "axe.min.js");

    public async ValueTask InitializeAsync()
    {
        if (await FindAsync() is not { } program)
        {
            _missing = "no Chromium on the PATH, and none could be installed (Debian: apt install chromium)";
            return;
        }
        _missing = await _packages.EnsureAsync("axe-core", Axe);
        if (_missing is not null) return;
        Assertions.SetDefaultExpectTimeout((float)PageTimeout.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"] });
    }

    /// <summary>A browser of its own, with no cookies; skips the test where there is none.</summary>
    /// <param name="host">Where the web is.</param>
    /// <param name="isPhone">As small as a phone, and touched.</param>
    /// <param name="isDark">Its system prefers dark colours.</param>
    public async Task<OpenPage> OpenAsync(Uri host, bool isPhone = false, bool isDark = false)
    {
        if (_missing is not null) Assert.Skip(_missing);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.ToString(),
            ViewportSize = isPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1360, Height = 850 },
            HasTouch = isPhone,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await OpenPage.OfAsync(context, host, await File.ReadAllTextAsync(Axe, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static async Task<string?> FindAsync()
    {
        if (Find() is { } program) return program;
        if (!Environment.IsPrivilegedProcess || ProgramPath.Find("apt-get") is not { } apt) return null;
        using var timeout = new CancellationTokenSource(InstallTimeout, TimeProvider.System);
        await ProgramPath.RunAsync(apt, ["install", "-y", "chromium"], Path.GetTempPath(), timeout.Token);
        return Find();
    }

    private static string? Find() => Names.Select(ProgramPath.Find).FirstOrDefault(path => path is not null);
}
