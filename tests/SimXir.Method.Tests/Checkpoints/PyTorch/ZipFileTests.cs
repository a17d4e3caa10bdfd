using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SimXir.Method.Tests;

public sealed class ZipFileTests
{
    private const int LocalHeader = 30;
    private static readonly (string, byte[])[] Files = [("a", [1, 2, 3]), ("b", new byte[5000])];

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Find_FilesOfAnotherWriter_GivesTheirContent(CompressionLevel level)
    {
        var zip = new ZipFile(PthFiles.Archive(Files, level, "x/"));
        Assert.Equal(["x/a", "x/b"], zip.Names.Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3], zip.Find("x/a")!.Value.ToArray());
        Assert.Equal(new byte[5000], zip.Find("x/b")!.Value.ToArray());
        Assert.Null(zip.Find("a"));
    }

    [Fact]
    public void Read_64BitDirectory_IsTheSame()
    {
        var file = PthFiles.Archive(Files, folder: "");
        var end = file.Length - 22;
        var (start, size) = (BitConverter.ToUInt32(file, end + 16), BitConverter.ToUInt32(file, end + 12));
        byte[] end64 = [.. BitConverter.GetBytes(0x06064B50), .. BitConverter.GetBytes(44L), .. new byte[12], .. BitConverter.GetBytes(2L), .. BitConverter.GetBytes(2L), .. BitConverter.GetBytes((long)size), .. BitConverter.GetBytes((long)start)];
        byte[] locator = [.. BitConverter.GetBytes(0x07064B50), .. new byte[4], .. BitConverter.GetBytes((long)end), .. BitConverter.GetBytes(1)];
        byte[] saturated = [.. file[end..(end + 12)], .. Enumerable.Repeat((byte)0xFF, 8), 0, 0];
        Assert.Equal([1, 2, 3], new ZipFile((byte[])[.. file[..end], .. end64, .. locator, .. saturated]).Find("a")!.Value.ToArray());
        Refused([.. file[..end], .. saturated], "has no 64 bit directory where its end refers to one");
    }

    [Fact]
    public void Read_Bomb_IsRefusedWithoutUnpacking()
    {
        var bomb = PthFiles.Archive([("a", new byte[50_000_000])], CompressionLevel.SmallestSize, "");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bomb, " would unpack 'a' to 50000000; allowed are ");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 100_000);
    }

    [Fact]
    public void Read_FilesThatOverlapOrComeTwice_AreRefused()
    {
        var file = PthFiles.Archive(Files, folder: "");
        Refused(Changed(file, Entry(file, 1) + 42, 1), "holds 'b' inside 'a'");
        var twice = PthFiles.Archive([("a", [1]), ("a", [2])], folder: "");
        Refused(twice, "holds two files named 'a'");
    }

    [Fact]
    public void Read_SizesThatLie_AreRefused()
    {
        var file = PthFiles.Archive([("a", [1, 2, 3])], folder: "");
        Refused(Changed(file, Entry(file, 0) + 20, 4), "stores 'a' of 3 bytes in 4");
        Refused(Changed(Changed(file, Entry(file, 0) + 20, 200), Entry(file, 0) + 24, 200), "has no room for the 200 bytes of 'a' at byte ");
        var packed = PthFiles.Archive([("a", new byte[1000])], CompressionLevel.SmallestSize, "");
        Refused(Changed(packed, Entry(packed, 0) + 24, 900), "holds 'a', which does not unpack to the 900 bytes that its directory says");
        Refused(Changed(packed, Entry(packed, 0) + 24, 1100), "holds 'a', which does not unpack to the 1100 bytes that its directory says");
    }

    [Fact]
    public void Find_FlippedByte_IsRefused()
    {
        var file = PthFiles.Archive([("a", [1, 2, 3])], folder: "");
        file[LocalHeader + 2] ^= 1;
        Refused(file, "holds 'a' with the checksum ");
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Entry(file, 0) + 16), 0); // PyTorch can be told not to compute it
        Assert.Equal(3, new ZipFile(file).Find("a")!.Value.Length);
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("/a")]
    [InlineData("x/../../a")]
    [InlineData("x\\a")]
    public void Read_NamesThatLeadOut_AreRefused(string name) =>
        Refused(PthFiles.Archive([(name, [1])], folder: ""), $"holds a file named '{name}', which leads out of it");

    [Fact]
    public void Read_OtherMethods_AreRefused()
    {
        var file = PthFiles.Archive(Files, folder: "");
        Refused(Changed(file, Entry(file, 0) + 8, 1), "has 'a' encrypted");
        Refused(Changed(file, Entry(file, 0) + 10, 12), "has 'a' compressed by method 12; read are 0 (stored) and 8 (deflated)");
        Refused(file[..^1], "has no directory at its end: truncated?");
        Refused([], "has no directory at its end: truncated?");
    }

    [Fact]
    public void Crc32_KnownTexts_IsTheStandards()
    {
        Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));
        Assert.Equal(0x414FA339u, Crc32.Of(Encoding.ASCII.GetBytes("The quick brown fox jumps over the lazy dog")));
        Assert.Equal(0u, Crc32.Of([]));
    }

    /// <summary>Where a file's entry in the directory starts.</summary>
    private static int Entry(byte[] file, int number)
    {
        var at = (int)BitConverter.ToUInt32(file, file.Length - 6);
        for (; number > 0; number--) at += 46 + file[at + 28] + file[at + 30];
        return at;
    }

    private static byte[] Changed(byte[] file, int at, ushort value)
    {
        var changed = file.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(at), value);
        return changed;
    }

    private static void Refused(byte[] file, string message)
    {
        var fault = Assert.Throws<CheckpointException>(() => new ZipFile(file).Find("a"));
        Assert.StartsWith("the zip archive ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
