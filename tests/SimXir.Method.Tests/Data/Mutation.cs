using System.Diagnostics;

namespace SimXir.Method.Tests;

/// <summary>Damages a file at random, the same way every time, and sees that its reader answers with data or with a <see
/// cref="DatasetException"/>, soon and without large allocations.</summary>
internal static class Mutation
{
    private static readonly byte[] Interesting = [0, 1, 2, 4, 6, 9, 14, 15, 0x7F, 0x80, 0xFF];

    public static void Try(int seed, int rounds, byte[] whole, Action<byte[]> write, Action read)
    {
        for (var round = 0; round < rounds; round++)
        {
            write(Damage(new CounterRandom(seed, RandomStream.Monitor, epoch: round), whole));
            var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            try
            {
                read();
            }
            catch (DatasetException fault)
            {
                Assert.False(string.IsNullOrWhiteSpace(fault.Message));
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(
                allocated < 2_000_000 + (110L * whole.Length), $"round {round} allocated {allocated} bytes for a file of {whole.Length}");
            var elapsed = Stopwatch.GetElapsedTime(start);
            Assert.True(elapsed < TimeSpan.FromSeconds(20), $"round {round} took {elapsed}");
        }
    }

    /// <summary>Changes one to four bytes, more often near the start, where the headers are; sometimes cuts or repeats a part
    /// too.</summary>
    private static byte[] Damage(CounterRandom random, byte[] whole)
    {
        var bytes = whole.ToArray();
        for (var change = random.NextBelow(4); change >= 0; change--)
        {
            var at = random.NextBelow(random.NextBelow(3) > 0 ? Math.Min(bytes.Length, 300) : bytes.Length);
            bytes[at] = random.NextBelow(2) == 0 ? Interesting[random.NextBelow(Interesting.Length)] : (byte)random.NextUInt32();
        }

        return random.NextBelow(8) switch
        {
            0 => bytes[..random.NextBelow(bytes.Length)],
            1 => [.. bytes, .. bytes[random.NextBelow(bytes.Length)..]],
            _ => bytes,
        };
    }
}
