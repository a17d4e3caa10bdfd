using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace SimXir.Testing;

/// <summary>A running emulator, which ends with its starter: it exits when its standard input ends, also after a kill -9.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const string Start =
        "process.stdin.on('end', () => process.exit(0)).resume(); require(process.env.SIMXIR_AZURITE)";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteProcess(Process process) => _process = process;

    /// <summary>Such as <c>http://127.0.0.1:41234</c>.</summary>
    public string Endpoint { get; private set; } = "";

    public static async Task<AzuriteProcess> StartAsync(string dataFolder)
    {
        string[] arguments =
        [
            "-e", Start, "azurite-blob", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", "0", "--location", dataFolder,
        ];
        var start = new ProcessStartInfo(ProgramPath.Find("node")!, arguments)
        {
            WorkingDirectory = dataFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SIMXIR_AZURITE"] = AzuriteInstallation.Program },
        };
        var server = new AzuriteProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        try
        {
            server.Endpoint = await server.ListenAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopTimeout, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private async Task<string> ListenAsync()
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _endpoint.TrySetException(new InvalidOperationException($"Azurite ended at once: {Said()}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            return await _endpoint.Task.WaitAsync(StartTimeout, TimeProvider.System);
        }
        catch (TimeoutException fault)
        {
            throw new InvalidOperationException($"Azurite did not listen within {StartTimeout.TotalSeconds:0} s: {Said()}", fault);
        }
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match) _endpoint.TrySetResult(match.Groups[1].Value);
    }

    private string Said()
    {
        lock (_output) return _output.ToString().Trim();
    }

    [GeneratedRegex(@"successfully listens on (http://\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
