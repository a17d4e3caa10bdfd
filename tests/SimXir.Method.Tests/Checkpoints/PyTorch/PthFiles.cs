using System.IO.Compression;
using System.Runtime.InteropServices;

namespace SimXir.Method.Tests;

/// <summary>Writes the two kinds of PyTorch files around a pickled value and its storages.</summary>
internal static class PthFiles
{
    /// <summary>Six floats (0, 1, … 5) under key 0, and two counters (7, 8) under key 1.</summary>
    public static (string Key, byte[] Data)[] Storages { get; } =
    [
        ("0", Bytes<float>(0, 1, 2, 3, 4, 5)),
        ("1", Bytes<long>(7, 8)),
    ];

    /// <summary>A checkpoint in small: tensors of both storages in a state dict, with what usually stands beside them.</summary>
    public static byte[] Small(bool legacy)
    {
        var storage = legacy ? (Func<string, string, long, byte[]>)Py.LegacyStorage : Py.Storage;
        var state = Py.OrderedDict(
            ("w", Py.Tensor(storage("0", "torch FloatStorage", 6), [2, 3])),
            ("t", Py.Tensor(storage("0", "torch FloatStorage", 6), [3, 2], [1, 3])),
            ("n", Py.Tensor(storage("1", "torch LongStorage", 2), [], offset: 1)));
        byte[] value = Py.Dict(("epoch", Py.Int(20)), ("best", Py.Float(0.5)), ("state_dict", state), ("lr", Py.List(Py.Float(0.1), Py.None)));
        return legacy ? Legacy(value, [("0", 4, Storages[0].Data), ("1", 8, Storages[1].Data)]) : Zip(value, Storages);
    }

    public static byte[] Zip(byte[] value, params (string Key, byte[] Data)[] storages) =>
        Archive([("data.pkl", Py.Pickle(value)), .. storages.Select(storage => ($"data/{storage.Key}", storage.Data)), ("version", "3\n"u8.ToArray())]);

    /// <summary>Any files in the archive's one folder.</summary>
    public static byte[] Archive((string Name, byte[] Data)[] files, CompressionLevel level = CompressionLevel.NoCompression, string folder = "small/")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, data) in files)
            {
                using var entry = zip.CreateEntry(folder + name, level).Open();
                entry.Write(data);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Legacy(byte[] value, params (string Key, int ElementBytes, byte[] Data)[] storages) =>
    [
        .. Py.Pickle([0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]),
        .. Py.Pickle(Py.Int(1001)),
        .. Py.Pickle(Py.Dict(("protocol_version", Py.Int(1001)), ("little_endian", Py.Bool(true)))),
        .. Py.Pickle(value),
        .. Py.Pickle(Py.List([.. storages.Select(storage => Py.Str(storage.Key))])),
        .. storages.SelectMany(storage => BitConverter.GetBytes((long)(storage.Data.Length / storage.ElementBytes)).Concat(storage.Data)),
    ];

    public static byte[] Bytes<T>(params T[] values)
        where T : unmanaged =>
        MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
