using System.Collections.Concurrent;

namespace SimXir.Host.Tests;

/// <summary>A grid whose web is guarded by tokens, as on an address that others can reach.</summary>
public sealed class GuardedGrid : IAsyncLifetime
{
    public const string Operator = "operator-0123456789-abcdef";
    public const string Viewer = "viewer-0123456789-abcdef";

    public TestGrid Grid { get; private set; } = null!;

    public ConcurrentQueue<string> Notices { get; } = new();

    public static WebOptions Options { get; } = WebOptions.Read(
        WebUrls.Parse("http://*:0"), name => name switch { "SIMXIR_OPERATOR_TOKEN" => Operator, "SIMXIR_VIEWER_TOKEN" => Viewer, _ => null });

    public async ValueTask InitializeAsync() => Grid = await TestGrid.StartAsync(Options, slots: 0, Notices.Enqueue);

    public ValueTask DisposeAsync() => Grid.DisposeAsync();
}
