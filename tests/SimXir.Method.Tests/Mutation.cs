namespace SimXir.Method.Tests;

/// <summary>Damages a file at random, the same way every time, and sees that its reader answers with content or with its one documented
/// exception, and allocates no more than a few times the file's size.</summary>
internal static class Mutation
{
    private static readonly byte[] Interesting = [0, 1, 2, 4, 6, 9, 14, 15, 0x7F, 0x80, 0xFF];

    /// <summary>Headers and directories stand at the ends of a file; most damage is done there.</summary>
    private const int EndBytes = 300;

    /// <param name="seed">Of all the damage.</param>
    /// <param name="rounds">Damaged files to try.</param>
    /// <param name="whole">A sound file.</param>
    /// <param name="read">Reads a file.</param>
    /// <param name="factor">How many times the file's size may be allocated, beside 256 kB.</param>
    public static void Try<TFault>(int seed, int rounds, byte[] whole, Action<byte[]> read, int factor)
        where TFault : Exception
    {
        for (var round = 0; round < rounds; round++)
            Hold<TFault>(Damage(new CounterRandom(seed, RandomStream.Monitor, epoch: round), whole), read, factor, $"round {round}");
    }

    /// <summary>Cuts a file off at every byte: each piece must be refused.</summary>
    public static void Truncate<TFault>(byte[] whole, Action<byte[]> read, int factor)
        where TFault : Exception
    {
        for (var length = 0; length < whole.Length; length++)
            Assert.False(Hold<TFault>(whole[..length], read, factor, $"length {length}"), $"the first {length} of {whole.Length} bytes were read as if whole");
    }

    /// <summary>Whether it was read.</summary>
    public static bool Hold<TFault>(byte[] file, Action<byte[]> read, int factor, string what)
        where TFault : Exception
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var isRead = false;
        try
        {
            read(file);
            isRead = true;
        }
        catch (TFault fault)
        {
            Assert.False(string.IsNullOrWhiteSpace(fault.Message));
            Assert.DoesNotContain('\n', fault.Message);
            Assert.InRange(fault.Message.Length, 1, 1000);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 262_144 + ((long)factor * file.Length), $"{what}: {allocated} bytes were allocated for a file of {file.Length}");
        return isRead;
    }

    /// <summary>Changes one to four bytes, more often near the ends; sometimes cuts or repeats a part too.</summary>
    private static byte[] Damage(CounterRandom random, byte[] whole)
    {
        var bytes = whole.ToArray();
        for (var change = random.NextBelow(4); change >= 0; change--)
            bytes[Place(ref random, bytes.Length)] = random.NextBelow(2) == 0 ? Interesting[random.NextBelow(Interesting.Length)] : (byte)random.NextUInt32();

        return random.NextBelow(8) switch
        {
            0 => bytes[..random.NextBelow(bytes.Length)],
            1 => [.. bytes, .. bytes[random.NextBelow(bytes.Length)..]],
            _ => bytes,
        };
    }

    private static int Place(ref CounterRandom random, int length) => random.NextBelow(3) switch
    {
        0 => random.NextBelow(length),
        1 => random.NextBelow(Math.Min(length, EndBytes)),
        _ => length - 1 - random.NextBelow(Math.Min(length, EndBytes)),
    };
}
