using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>One uninterrupted run of <see cref="Spec.Blocks"/>, made for the first test that asks; tests work on copies of its store.</summary>
public sealed class FinishedSweep : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly Lazy<Task<SimXirResult>> _run;

    public FinishedSweep() => _run = new(RunAsync);

    /// <summary>What it printed: its result as JSON.</summary>
    public async Task<string> OutputAsync() => (await _run.Value).Output;

    /// <summary>Each cell's <c>weights</c>, by treatment.</summary>
    public async Task<IReadOnlyDictionary<string, string>> WeightsAsync() => Cells.WeightsOf((await _run.Value).Output);

    /// <summary>A copy of the finished store.</summary>
    public async Task<TestStore> CopyAsync(TempDirectory folder)
    {
        await _run.Value;
        var to = folder.Combine("store");
        foreach (var from in Directory.EnumerateFiles(_folder.Combine("store"), "*", SearchOption.AllDirectories))
        {
            var file = Path.Combine(to, Path.GetRelativePath(_folder.Combine("store"), from));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(from, file);
        }
        return new TestStore(to);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<SimXirResult> RunAsync()
    {
        var result = await SimXirProcess.RunAsync("run", Spec.WriteTo(_folder.Path, Spec.Blocks), "--store", _folder.Combine("store"), "--json");
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }
}
