using System.Diagnostics;
using System.Globalization;
using System.Text;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>The real program as a child process; the one beside the test assembly, built with it.</summary>
public sealed class SimXirProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];
    private readonly Lock _gate = new();

    private SimXirProcess(ProcessStartInfo start) => _process = new Process { StartInfo = start };

    public static SimXirProcess Start(params string[] arguments) => Start(arguments, new Dictionary<string, string?>());

    /// <summary>Variables of the machine that would change what is tested are taken out.</summary>
    public static SimXirProcess Start(string[] arguments, IReadOnlyDictionary<string, string?> variables, string? folder = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "simxir.exe" : "simxir");
        var start = Quiet(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder ?? Path.GetTempPath() });
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Started(new SimXirProcess(start));
    }

    /// <summary>Any other command that runs the program, such as the README's.</summary>
    public static SimXirProcess StartCommand(string command, string[] arguments, string folder) =>
        Started(new SimXirProcess(Quiet(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder })));

    public static async Task<SimXirResult> RunAsync(params string[] arguments)
    {
        await using var process = Start(arguments);
        return await process.EndAsync();
    }

    /// <summary>Waits until a line of either stream holds the text; fails if the program ends before.</summary>
    public async Task UntilSaidAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal) || _errors.ToString().Contains(text, StringComparison.Ordinal)) return;
            _awaited.Add((text, seen));
        }
        var end = EndAsync();
        if (await Task.WhenAny(seen.Task, end) == end && !seen.Task.IsCompleted) Assert.Fail($"the program never said '{text}': {await end}");
    }

    /// <summary>Its standard output so far.</summary>
    public string Said
    {
        get
        {
            lock (_gate) return _output.ToString();
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>kill -9.</summary>
    public async Task<SimXirResult> KillAsync()
    {
        _process.Kill();
        return await EndAsync();
    }

    /// <summary>What a Ctrl-C sends.</summary>
    public async Task<SimXirResult> InterruptAsync()
    {
        // The shell's own kill: a small Debian has no program of that name.
        string[] words = ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -INT {_process.Id}")];
        var (code, output) = await ProgramPath.RunAsync("sh", words, Path.GetTempPath(), CancellationToken.None);
        Assert.True(code == 0, output);
        return await EndAsync();
    }

    public async Task<SimXirResult> EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"the program did not end within {Patience}: {_output}\n{_errors}");
        }
        lock (_gate) return new SimXirResult(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Quiet(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        (start.StandardOutputEncoding, start.StandardErrorEncoding) = (Encoding.UTF8, Encoding.UTF8);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SIMXIR_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        start.Environment["SIMXIR_URLS"] = "none"; // its port would be another each time; tests of the web name one
        return start;
    }

    private static SimXirProcess Started(SimXirProcess made)
    {
        made._process.OutputDataReceived += (_, line) => made.Hear(made._output, line.Data);
        made._process.ErrorDataReceived += (_, line) => made.Hear(made._errors, line.Data);
        made._process.Start();
        made._process.BeginOutputReadLine();
        made._process.BeginErrorReadLine();
        return made;
    }

    private void Hear(StringBuilder stream, string? line)
    {
        if (line is null) return;
        lock (_gate)
        {
            stream.Append(line).Append('\n');
            foreach (var (text, seen) in _awaited)
            {
                if (line.Contains(text, StringComparison.Ordinal)) seen.TrySetResult();
            }
        }
    }
}
