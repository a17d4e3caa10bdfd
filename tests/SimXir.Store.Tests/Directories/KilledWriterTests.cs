using System.Diagnostics;
using SimXir.Testing;

namespace SimXir.Store.Tests;

/// <summary>Another process that holds a claim and an object's lock, as seen before and after it is killed.</summary>
public sealed class KilledWriterTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Locks_OfAKilledProcess_AreFreed()
    {
        var flock = ProgramPath.Find("flock");
        Assert.SkipWhen(flock is null, "needs the program 'flock' (Debian: apt install util-linux)");
        var store = DirectoryStore.Open(_folder.Path, TimeProvider.System);
        var etag = await store.CreateAsync("a", "1");
        await (await store.TryClaimAsync("drive", Text.Stop))!.DisposeAsync();
        await store.ReplaceAsync("a", Text.Bytes("2"), etag!, Text.Stop);
        var locks = Directory.GetFiles(_folder.Combine(".locks")).Where(path => !path.EndsWith(".holder", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, locks.Length);

        using var other = await HoldAsync(flock!, locks);
        Assert.Null(await store.TryClaimAsync("drive", Text.Stop));
        var waiting = store.ReplaceAsync("a", Text.Bytes("3"), await store.ETagAsync("a"), Text.Stop);
        Assert.False(waiting.IsCompleted);
        other.Kill(entireProcessTree: true);

        Assert.NotNull(await waiting);
        await other.WaitForExitAsync(Text.Stop);
        await using var claim = await store.TryClaimAsync("drive", Text.Stop);
        Assert.NotNull(claim);
    }

    /// <summary>One flock inside the other; what they run says that both locks are held.</summary>
    private static async Task<Process> HoldAsync(string flock, string[] locks)
    {
        string[] arguments = [locks[0], flock, locks[1], "sh", "-c", "echo held; exec tail -f /dev/null"];
        var process = Process.Start(new ProcessStartInfo(flock, arguments) { RedirectStandardOutput = true })!;
        Assert.Equal("held", await process.StandardOutput.ReadLineAsync(Text.Stop));
        return process;
    }
}
