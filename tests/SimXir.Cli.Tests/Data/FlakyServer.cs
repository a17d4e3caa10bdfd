using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SimXir.Cli.Tests;

/// <summary>A file server on loopback that does to each request what a script says: it cuts, stalls, corrupts, ignores ranges and refuses. After the script it
/// serves well.</summary>
public sealed class FlakyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly Queue<Served> _script;
    private readonly List<string> _asked = [];
    private readonly Task _accepting;

    public FlakyServer(IReadOnlyDictionary<string, byte[]> files, params Served[] script)
    {
        (_files, _script) = (files, new(script));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/mirror");

    /// <summary>Each request as <c>NAME</c>, or <c>NAME from N</c> where it asked for a rest.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked) return [.. _asked];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        while (!_end.IsCancellationRequested) open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        await Task.WhenAll(open);
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var name = (await reader.ReadLineAsync(_end.Token))!.Split(' ')[1].Split('/')[^1];
        var from = 0;
        while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 } header)
            if (header.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase)) from = int.Parse(header.Split('=', '-')[1], CultureInfo.InvariantCulture);
        Served how;
        lock (_asked)
        {
            _asked.Add(from == 0 ? name : $"{name} from {from}");
            if (!_script.TryDequeue(out how!)) how = new Served();
        }
        await SendAsync(stream, how, name, how.IgnoresRange ? 0 : from);
    }

    private async Task SendAsync(NetworkStream stream, Served how, string name, int from)
    {
        var file = how.Body ?? _files.GetValueOrDefault(name, []);
        var body = how.Status.StartsWith('2') ? file[Math.Min(from, file.Length)..] : [];
        if (how.Flips) body[body.Length / 2] ^= 1;
        var status = from > 0 && how.Status.StartsWith('2') ? "206 Partial Content" : how.Status;
        var range = from > 0 ? $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}\r\n" : "";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n{range}Connection: close\r\n\r\n"), _end.Token);
        await stream.WriteAsync(body.AsMemory(0, Math.Min(how.Cut ?? body.Length, body.Length)), _end.Token);
        if (how.Stalls) await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
