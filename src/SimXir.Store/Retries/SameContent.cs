namespace SimXir.Store;

/// <summary>Compares the rests of two streams in constant memory.</summary>
internal static class SameContent
{
    private const int BufferBytes = 256 * 1024;

    public static async Task<bool> IsAsync(Stream first, Stream second, CancellationToken cancellation)
    {
        var a = new byte[BufferBytes];
        var b = new byte[BufferBytes];
        while (true)
        {
            var readA = await first.ReadAtLeastAsync(a, a.Length, throwOnEndOfStream: false, cancellation);
            var readB = await second.ReadAtLeastAsync(b, b.Length, throwOnEndOfStream: false, cancellation);
            if (!a.AsSpan(0, readA).SequenceEqual(b.AsSpan(0, readB))) return false;
            if (readA < a.Length) return true;
        }
    }
}
