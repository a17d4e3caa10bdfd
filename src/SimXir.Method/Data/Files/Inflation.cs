namespace SimXir.Method;

/// <summary>Reading a length that a file announces from compressed data, without believing it.</summary>
internal static class Inflation
{
    /// <summary>Data up to this size is not suspected: equal labels in a row shrink a thousandfold.</summary>
    private const long UnsuspectedBytes = 1 << 20;

    /// <summary>Photographs shrink to a half or a third, drawings and runs of equal pixels to a thirtieth; what unpacks to more than
    /// this many times its size is an attack or a fault.</summary>
    private const int MaxFactor = 100;

    /// <summary>The next <paramref name="lengthBytes"/> bytes. At first no more than four times the compressed size is allocated; more
    /// only as data comes out.</summary>
    public static byte[] Read(Stream inflating, long lengthBytes, long compressedBytes, DataFile file)
    {
        Suspect(lengthBytes, compressedBytes, file);
        var content = new byte[Math.Min(lengthBytes, Math.Max(4 * compressedBytes, 4096))];
        var filled = 0;
        while (true)
        {
            filled += ReadSome(inflating, content.AsSpan(filled), file);
            if (filled == lengthBytes) return content;
            if (filled < content.Length) throw file.Fault($"ends after {filled} of the {lengthBytes} bytes that it announces");
            Array.Resize(ref content, (int)Math.Min(lengthBytes, 2L * content.Length));
        }
    }

    /// <summary>Refuses what no file with images unpacks to.</summary>
    public static void Suspect(long lengthBytes, long compressedBytes, DataFile file)
    {
        if (lengthBytes > Math.Max(MaxFactor * compressedBytes, UnsuspectedBytes) || lengthBytes > Array.MaxLength)
            throw file.Fault($"announces {lengthBytes} bytes of data in {compressedBytes} compressed ones, which no image file does");
    }

    /// <summary>Reads to the end, where checksums are compared; throws where anything is left.</summary>
    public static void ExpectEnd(Stream inflating, DataFile file)
    {
        Span<byte> rest = stackalloc byte[1];
        if (ReadSome(inflating, rest, file) > 0) throw file.Fault("goes on after the data that it announces");
    }

    private static int ReadSome(Stream inflating, Span<byte> destination, DataFile file)
    {
        try
        {
            return inflating.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException fault)
        {
            throw file.Fault($"has broken compressed data ({fault.Message.TrimEnd('.')})");
        }
    }
}
