using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Host.Tests;

public sealed class WebhookServiceTests : IDisposable
{
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;
    private readonly TempDirectory _folder = new();
    private readonly ConcurrentQueue<string> _told = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Look_AtSweepsThatEndedLongAgo_ReadsThoseAloneWhoseRecordHasChanged()
    {
        var store = await ObjectStores.OpenAsync(_folder.Path, TimeProvider.System, cancellation: Soon);
        await HostileStore.WriteAsync(store);
        await using var receiver = await ReceiverAsync();
        using var http = new HttpClient();
        using var service = new WebhookService(
            store,
            new WebhookOptions(new Uri(receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "0123456789-secret"),
            http,
            TimeProvider.System,
            NullLogger<WebhookService>.Instance);
        await service.LookAsync(Soon);
        Assert.Empty(_told); // what had ended before there was a webhook is nobody's news

        await EndAsync(submission: 2, age: TimeSpan.FromHours(2));
        await service.LookAsync(Soon);
        Assert.Equal(["hostile.2"], _told);

        Spoil();
        await service.LookAsync(Soon); // reading it would be a fault
        Assert.Equal(["hostile.2"], _told);

        await EndAsync(submission: 3, age: TimeSpan.FromHours(1));
        await service.LookAsync(Soon);
        Assert.Equal(["hostile.2", "hostile.3"], _told);
    }

    private string Record => _folder.Combine("grains", "sweep", $"{HostileStore.Sweep}.json");

    private async Task EndAsync(int submission, TimeSpan age)
    {
        await File.WriteAllBytesAsync(Record, GrainStateJson.Write(new SweepState { Submission = submission, State = CellState.Completed }), Soon);
        File.SetLastWriteTimeUtc(Record, (TimeProvider.System.GetUtcNow() - age).UtcDateTime);
    }

    /// <summary>No longer a record, and as large and as old as before.</summary>
    private void Spoil()
    {
        var at = File.GetLastWriteTimeUtc(Record);
        File.WriteAllBytes(Record, new byte[new FileInfo(Record).Length]);
        File.SetLastWriteTimeUtc(Record, at);
    }

    private async Task<WebApplication> ReceiverAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context =>
        {
            _told.Enqueue(context.Request.Headers["webhook-id"].ToString());
            return Task.CompletedTask;
        });
        await app.StartAsync(Soon);
        return app;
    }
}
