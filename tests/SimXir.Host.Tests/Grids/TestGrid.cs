using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;
using SimXir.Testing;
using SimXir.Worker;

namespace SimXir.Host.Tests;

/// <summary>A real grid in this process with its web on a free port of loopback, on a store of its own; only the training is not real.</summary>
public sealed class TestGrid : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TempDirectory _folder = new();
    private IHost? _host;

    private TestGrid()
    {
    }

    internal SteppedRounds Rounds { get; } = new();

    public IObjectStore Store { get; private set; } = null!;

    internal WebServer Web { get; private set; } = null!;

    public Uri Address => new UriBuilder(Web.Addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)).Uri;

    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    /// <param name="options">Its urls are put aside for a free port, where they are the default.</param>
    /// <param name="slots">None: nothing runs.</param>
    /// <param name="notice">Is told what a person would be.</param>
    public static async Task<TestGrid> StartAsync(WebOptions? options = null, int slots = 1, Action<string>? notice = null)
    {
        var grid = new TestGrid();
        var own = options ?? new WebOptions();
        grid.Store = await ObjectStores.OpenAsync(grid._folder.Path, TimeProvider.System);
        grid.Web = (await WebServer.StartAsync(own.Urls.IsDefault ? own with { Urls = WebUrls.Free } : own, grid.Store, notice ?? TestContext.Current.SendDiagnosticMessage, TestContext.Current.CancellationToken))!;
        grid._host = LocalHost.Build(new SweepId("none"), grid.Store, new DatasetSupply(new Datasets(dataFolder: null), grid.Store, grid._folder.Combine("datasets"), TimeProvider.System), workers => (workers.CpuSlots, workers.ThreadsPerSlot) = (slots, 1), _ => { }, grid.Rounds, dashboard: true);
        await grid._host.StartAsync();
        grid.Web.Grid.Lead(grid.Grains);
        return grid;
    }

    public ApiClient Client(string? token = null) => new(Http(), token);

    public HttpClient Http(Uri? address = null) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address ?? Address };

    /// <summary>A grid of two methods on the shipped sample, each with its three treatments.</summary>
    public static string Spec(string name, string methods = "[byol, simsiam]", string extra = "") => $$"""
        name: {{name}}
        datasets: [fashion-mnist-sample]
        methods: {{methods}}
        seeds: [0]
        treatments: [baseline, simxir, variant]
        backbone: { arch: resnet18, width: 8 }
        pretrain: { epochs: 2, batch: 32, blockEpochs: 1 }
        finetune: { epochs: 1, batch: 32 }
        evaluate: { knn: [5, 7, 11], linear: [paper] }
        subset: { train: 64, test: 16 }
        precision: fp32
        {{extra}}
        """;

    /// <summary>Waits for what must come to be; fails where it does not.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> reached)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var now = await look();
            if (reached(now)) return now;
            await timer.WaitForNextTickAsync(end.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Rounds.LetAll();
        await Web.DisposeAsync();
        if (_host is not null)
        {
            await _host.StopAsync();
            await (_host is IAsyncDisposable host ? host.DisposeAsync() : ValueTask.CompletedTask);
        }
        Rounds.Dispose();
        _folder.Dispose();
    }
}
