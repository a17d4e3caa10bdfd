using System.Text;

namespace SimXir.Report.Tests;

public sealed class TfRecordsTests
{
    /// <summary>The check value of the catalogue of CRCs, and the vectors of RFC 3720, B.4.</summary>
    [Fact]
    public void Crc32C_OfPublishedVectors_IsTheirs()
    {
        Assert.Equal(0xE3069283, TfRecords.Crc32C(Encoding.ASCII.GetBytes("123456789")));
        Assert.Equal(0x8A9136AA, TfRecords.Crc32C(new byte[32]));
        Assert.Equal(0x62A8AB43u, TfRecords.Crc32C([.. Enumerable.Repeat((byte)0xFF, 32)]));
        Assert.Equal(0x46DD794Eu, TfRecords.Crc32C([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
    }

    [Fact]
    public void Append_Record_HasItsLengthAndTheCrcsOfBoth()
    {
        using var file = new MemoryStream();
        TfRecords.Append(file, "ab"u8);
        var bytes = file.ToArray();

        Assert.Equal([2, 0, 0, 0, 0, 0, 0, 0], bytes[..8]);
        Assert.Equal(TfRecords.MaskedCrc(bytes.AsSpan(0, 8)), BitConverter.ToUInt32(bytes, 8));
        Assert.Equal("ab"u8.ToArray(), bytes[12..14]);
        Assert.Equal(TfRecords.MaskedCrc("ab"u8), BitConverter.ToUInt32(bytes, 14));
        Assert.Equal(18, bytes.Length);
    }
}
