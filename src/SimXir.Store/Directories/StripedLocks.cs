using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SimXir.Store;

/// <summary>Mutual exclusion by object name between threads and processes, over a fixed number of lock files.</summary>
internal sealed class StripedLocks(string folder)
{
    private const int Stripes = 64;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(16);

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the name's stripe: first for the threads here, then for other processes.</summary>
    /// <remarks>The second wait polls, since .NET's flock does not block; it does so by the machine's own clock, because no injected
    /// clock drives another process.</remarks>
    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellation)
    {
        var stripe = SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] % Stripes;
        var gate = _gates[stripe];
        var path = Path.Combine(folder, stripe.ToString("x2", CultureInfo.InvariantCulture));
        await gate.WaitAsync(cancellation);
        try
        {
            for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
            {
                if (ExclusiveFile.TryOpen(path) is { } file) return new Held(file, gate);
                await Task.Delay(pause, cancellation);
            }
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    private sealed class Held(SafeFileHandle file, SemaphoreSlim gate) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            gate.Release();
        }
    }
}
