using System.IO.Compression;
using System.Runtime.InteropServices;

namespace SimXir.Method;

/// <summary>MAT-files of version 5 (MATLAB's "MAT-File Format", R2018a; save -v6 and -v7): a header of 128 bytes, then one element a
/// variable, of either byte order, compressed or not.</summary>
internal static class MatFile
{
    private const int HeaderBytes = 128;
    private const int VersionAt = 124;
    private const int TagBytes = 8;
    private const int MaxNamed = 8;
    private const int Version5 = 0x0100, Version73 = 0x0200;
    private const int HdfAfterHeader = 512;

    private static ReadOnlySpan<byte> HdfSignature => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The variables of these names. Throws <see cref="DatasetException"/>, naming those that are there, where one is
    /// missing.</summary>
    public static MatVariable[] Read(DataFile file, params ReadOnlySpan<string> names)
    {
        var content = file.ReadAll();
        var bigEndian = IsBigEndian(content, file);
        var cursor = new MatCursor(content.AsMemory(HeaderBytes), bigEndian, file);
        var wanted = new MatVariable?[names.Length];
        List<string> found = [];
        var unpacked = 0L;
        while (!cursor.AtEnd && wanted.Contains(null))
        {
            if (ReadVariable(cursor, ref unpacked) is not { } variable) continue;
            found.Add(variable.Name);
            if (names.IndexOf(variable.Name) is >= 0 and var place) wanted[place] = variable;
        }

        for (var i = 0; i < names.Length; i++)
            if (wanted[i] is null) throw file.Fault($"has no variable {names[i]}; {Describe(found)}");
        return wanted!;
    }

    private static bool IsBigEndian(byte[] content, DataFile file)
    {
        if (IsHdf(content, 0) || IsHdf(content, HdfAfterHeader)) throw Hdf(file);
        if (content.Length < HeaderBytes) throw file.Fault($"has {content.Length} bytes; a MAT-file starts with a header of {HeaderBytes}");
        bool? order = (content[126], content[127]) switch { ((byte)'I', (byte)'M') => false, ((byte)'M', (byte)'I') => true, _ => null };
        if (order is not { } bigEndian)
            throw file.Fault("is no MAT-file of version 5: bytes 126 and 127 are neither 'IM' nor 'MI'");
        var version = bigEndian ? (content[VersionAt] << 8) | content[VersionAt + 1] : (content[VersionAt + 1] << 8) | content[VersionAt];
        if (version == Version73) throw Hdf(file);
        return version == Version5
            ? bigEndian
            : throw file.Fault($"is a MAT-file of version 0x{version:X4}; expected is 0x{Version5:X4}, version 5");
    }

    private static bool IsHdf(byte[] content, int at) => content.AsSpan(Math.Min(at, content.Length)).StartsWith(HdfSignature);

    private static DatasetException Hdf(DataFile file) => file.Fault(
        "is a MAT-file of version 7.3 (HDF5); expected is version 5, which the official files have: "
        + "save it in MATLAB with -v7, or replace it");

    /// <summary>The next variable, or null for an element that is none.</summary>
    /// <param name="cursor">Where to read.</param>
    /// <param name="unpacked">Bytes that the compressed variables came to so far.</param>
    private static MatVariable? ReadVariable(MatCursor cursor, ref long unpacked)
    {
        var (type, data) = cursor.Next();
        return type switch
        {
            MatType.Matrix => MatMatrix.Read(data, cursor.BigEndian, cursor.File),
            MatType.Compressed => MatMatrix.Read(Inflate(data, cursor, ref unpacked), cursor.BigEndian, cursor.File),
            _ => null,
        };
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> compressed, MatCursor cursor, ref long unpacked)
    {
        // Not copied: the images of SVHN are 180 MB compressed.
        if (!MemoryMarshal.TryGetArray(compressed, out var part)) throw new InvalidOperationException("file content is always an array");
        using var stored = new MemoryStream(part.Array!, part.Offset, part.Count, writable: false);
        using var stream = new ZLibStream(stored, CompressionMode.Decompress);
        var tag = Inflation.Read(stream, TagBytes, compressed.Length, cursor.File);
        var type = (MatType)MatCursor.UInt32(tag, cursor.BigEndian);
        if (type != MatType.Matrix) throw cursor.File.Fault($"has a compressed {type}; expected is a Matrix");
        var length = MatCursor.UInt32(tag.AsSpan(4), cursor.BigEndian);
        Inflation.Suspect(unpacked += length, cursor.File.LengthBytes, cursor.File);
        var matrix = Inflation.Read(stream, length, compressed.Length, cursor.File);
        Inflation.ExpectEnd(stream, cursor.File);
        return matrix;
    }

    private static string Describe(List<string> found)
    {
        if (found.Count == 0) return "it holds no variable";
        var named = string.Join(", ", found.Take(MaxNamed).Select(name => Shown.Of(name)));
        return found.Count > MaxNamed ? $"it holds {named} and {found.Count - MaxNamed} more" : $"it holds {named}";
    }
}
