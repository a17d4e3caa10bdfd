using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>One undisturbed run of <see cref="Text"/> in one process: what every disturbed one must end with, byte for byte.</summary>
public sealed class UndisturbedSweep : IDisposable
{
    /// <summary><see cref="Spec.Blocks"/> with longer blocks, so that there is time to hurt each.</summary>
    public static string Text { get; } = Spec.Blocks
        .Replace("name: blocks", "name: cluster", StringComparison.Ordinal)
        .Replace("{ epochs: 18, batch: 64, blockEpochs: 6 }", "{ epochs: 27, batch: 64, blockEpochs: 9 }", StringComparison.Ordinal);

    private readonly TempDirectory _folder = new();
    private readonly Lazy<Task<SimXirResult>> _run;

    public UndisturbedSweep() => _run = new(RunAsync);

    /// <summary>Each cell's <c>weights</c>, by treatment.</summary>
    public async Task<IReadOnlyDictionary<string, string>> WeightsAsync() => Cells.WeightsOf((await _run.Value).Output);

    public void Dispose() => _folder.Dispose();

    /// <summary>On one torch thread, as each worker of a cluster on this machine has.</summary>
    private async Task<SimXirResult> RunAsync()
    {
        var result = await SimXirProcess.RunAsync("run", Spec.WriteTo(_folder.Path, Text), "--store", _folder.Combine("store"), "--threads", "1", "--json");
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }
}
