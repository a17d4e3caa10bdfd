using System.Collections.Concurrent;
using System.Net;

namespace SimXir.Cli.Tests;

/// <summary>Takes what is posted to it on loopback, and answers as told.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<int> _answers;
    private readonly Task _listening;
    private readonly SemaphoreSlim _came = new(0);

    /// <param name="answers">Status codes of the first answers; 200 after them.</param>
    public Receiver(params int[] answers)
    {
        _answers = new(answers);
        using (var port = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            port.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/");
        }
        _listener.Prefixes.Add(Url.ToString());
        _listener.Start();
        _listening = ListenAsync();
    }

    public Uri Url { get; }

    public ConcurrentQueue<(string Path, WebHeaderCollection Headers, byte[] Body)> Posted { get; } = new();

    /// <summary>Waits for one more post than was waited for before.</summary>
    public async Task NextAsync() => Assert.True(await _came.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken), "nothing more was posted in two minutes");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Close();
        _came.Dispose();
    }

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            Posted.Enqueue((context.Request.Url!.AbsolutePath, (WebHeaderCollection)context.Request.Headers, body.ToArray()));
            context.Response.StatusCode = _answers.TryDequeue(out var status) ? status : 200;
            context.Response.Close();
            _came.Release();
        }
    }
}
