using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SimXir.Host;

/// <summary>A program that a rig has started: what it said, and every way to end it.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly List<(string Text, TaskCompletionSource<string> Seen)> _awaited = [];
    private readonly Lock _gate = new();

    private ChildProcess(string name, Process process) => (Name, _process) = (name, process);

    /// <summary>What the rig calls it.</summary>
    public string Name { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Both of its streams so far.</summary>
    public string Said
    {
        get
        {
            lock (_gate) return _said.ToString();
        }
    }

    /// <param name="name">What the rig calls it.</param>
    /// <param name="program">On the PATH, or a path.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="variables">Environment variables beside this process's own, without those that begin with SIMXIR_.</param>
    public static ChildProcess Start(string name, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("SIMXIR_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(inherited);
        foreach (var (key, value) in variables ?? new Dictionary<string, string?>()) start.Environment[key] = value;
        var child = new ChildProcess(name, new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, line) => child.Hear(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.Hear(line.Data);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>The next line that holds the text, or one that was said before.</summary>
    /// <exception cref="ClusterException">It ended, or did not say so in time.</exception>
    public async Task<string> UntilSaidAsync(string text, TimeSpan patience, int times = 1)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            var lines = _said.ToString().Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal)).ToArray();
            if (lines.Length >= times) return lines[times - 1];
            for (var missing = times - lines.Length; missing > 1; missing--) _awaited.Add((text, new TaskCompletionSource<string>()));
            _awaited.Add((text, seen));
        }
        try
        {
            var ended = _process.WaitForExitAsync();
            if (await Task.WhenAny(seen.Task, ended).WaitAsync(patience, TimeProvider.System) != ended) return await seen.Task;
        }
        catch (TimeoutException)
        {
            // told below
        }
        throw new ClusterException(string.Create(CultureInfo.InvariantCulture,
            $"the {Name} {(HasExited ? $"ended with code {_process.ExitCode}" : $"ran for {patience.TotalSeconds:0} s")} without saying '{text}'; it said:\n{Said}"));
    }

    /// <summary>Ends it at once, without a chance to save anything.</summary>
    public async Task KillAsync()
    {
        if (!HasExited) ProcessSignal.Kill(Id);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end; its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        if (!HasExited) ProcessSignal.Terminate(Id);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Holds it still, as a hung machine would.</summary>
    public void Stop() => ProcessSignal.Stop(Id);

    /// <summary>Lets it go on.</summary>
    public void Continue() => ProcessSignal.Continue(Id);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_gate)
        {
            _said.Append(line).Append('\n');
            var heard = _awaited.FindIndex(awaited => line.Contains(awaited.Text, StringComparison.Ordinal));
            if (heard < 0) return;
            _awaited[heard].Seen.TrySetResult(line);
            _awaited.RemoveAt(heard);
        }
    }
}
