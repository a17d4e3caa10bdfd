using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>A whole grid in this process: a silo, its worker slots and one sweep, which it submits and follows.</summary>
public sealed class LocalRun : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(400);
    private readonly IHost _host;
    private readonly IStoreClaim _claim;
    private readonly SweepPlan _plan;
    private readonly SubmitReply _reply;
    private readonly WebServer? _web;

    private LocalRun(IHost host, IStoreClaim claim, WebServer? web, SweepPlan plan, SubmitReply reply) =>
        (_host, _claim, _web, _plan, _reply) = (host, claim, web, plan, reply);

    private ISweepGrain Sweep => _host.Services.GetRequiredService<IGrainFactory>().GetGrain<ISweepGrain>(_plan.Sweep.Value);

    /// <summary>Checks everything that the user gave, starts the silo, and submits the sweep.</summary>
    /// <param name="options">What to run, where.</param>
    /// <param name="notice">Is told of what goes wrong and is looked after.</param>
    /// <param name="cancellation">Gives up before the sweep is submitted.</param>
    /// <exception cref="StoreException">The store cannot be used, or another process uses it.</exception>
    /// <exception cref="AccessException">The web cannot listen where it was asked to.</exception>
    public static async Task<LocalRun> StartAsync(LocalOptions options, Action<string> notice, CancellationToken cancellation)
    {
        var store = await ObjectStores.OpenAsync(options.Store, TimeProvider.System, cancellation: cancellation);
        var claim = await StoreClaims.TakeAsync(store, notice, cancellation);
        IHost? host = null;
        WebServer? web = null;
        try
        {
            web = await WebServer.StartAsync(options.Web with { Only = options.Loaded.Spec.Name }, store, notice, cancellation);
            var datasets = new Method.Datasets(options.DataFolder);
            var supply = new DatasetSupply(datasets, store, DatasetCacheFolder.Path, TimeProvider.System);
            var plan = await SweepPlanning.PlanAsync(options.Loaded, supply, store, () => Task.FromResult(Method.TorchEnvironment.BestPrecision), cancellation, trainsHere: true);
            host = LocalHost.Build(options, store, supply, notice);
            await host.StartAsync(cancellation);
            web?.Grid.Lead(host.Services.GetRequiredService<IGrainFactory>());
            var sweep = host.Services.GetRequiredService<IGrainFactory>().GetGrain<ISweepGrain>(plan.Sweep.Value);
            var reply = await sweep.Submit(new SubmitRequest(plan, options.Loaded.Text));
            if (reply == SubmitReply.NameTaken) throw await SweepPlanning.NameTakenAsync(new SweepStore(store), store, plan, cancellation);
            return new LocalRun(host, claim, web, plan, reply);
        }
        catch
        {
            if (web is not null) await web.DisposeAsync();
            if (host is not null) await StopAsync(host);
            await claim.DisposeAsync();
            throw;
        }
    }

    /// <summary>What is run, where, and how it stands, in a line or two.</summary>
    public string Describe()
    {
        var cells = _plan.Experiments.Sum(experiment => experiment.Cells.Length);
        var begin = _reply switch
        {
            SubmitReply.Resumed => "goes on",
            SubmitReply.Restarted => "was cancelled and starts again, from its checkpoints",
            SubmitReply.Paused => "is paused",
            SubmitReply.Repeated => "was done before: what the store holds is verified and served",
            _ => "starts",
        };
        var more = _plan.Spec.SeedsUntil is { } until
            ? string.Create(CultureInfo.InvariantCulture, $" to begin with, and up to {until.Max} seeds, until the gains are known to ±{until.Until} points") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"Sweep {_plan.Sweep}: {CountText.Of(_plan.Experiments.Length, "experiment")}, {CountText.Of(cells, "cell")}{more}; it {begin}. Store: {_host.Services.GetRequiredService<IObjectStore>().Description}{(_web is null ? "" : $"\nWeb page: {string.Join(", ", _web.Addresses)}")}");
    }

    /// <summary>Shows the sweep until it ends; its result, or null if it was interrupted before.</summary>
    public async Task<SweepResult?> FollowAsync(Action<SweepStatus> show, CancellationToken interrupt)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (true)
            {
                var status = await LookAsync();
                if (status is not null) show(status);
                if (status is { Submission: > 0 } && status.State.HasEnded()) break;
                await timer.WaitForNextTickAsync(interrupt);
            }
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return null;
        }
        return await new StoreReading(_host.Services.GetRequiredService<IObjectStore>()).ResultAsync(_plan.Sweep, CancellationToken.None);
    }

    /// <summary>Null where the grid did not answer in time, as on a machine that is short of breath: the next look asks again.</summary>
    private async Task<SweepStatus?> LookAsync()
    {
        try
        {
            return await Sweep.GetStatus();
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Stops everything in good order: running rounds checkpoint and give their leases back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync();
        await StopAsync(_host);
        await _claim.DisposeAsync();
    }

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync(CancellationToken.None);
        await (host is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask);
    }
}
