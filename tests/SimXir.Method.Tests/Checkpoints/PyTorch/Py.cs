using System.Buffers.Binary;
using System.Text;

namespace SimXir.Method.Tests;

/// <summary>Writes pickles of protocol 2, value by value, as Python's pickler would.</summary>
internal static class Py
{
    public static byte[] None { get; } = "N"u8.ToArray();

    public static byte[] EmptyDict { get; } = "}"u8.ToArray();

    public static byte[] Pickle(byte[] value, byte protocol = 2) => [0x80, protocol, .. value, (byte)'.'];

    public static byte[] Bool(bool value) => [value ? (byte)0x88 : (byte)0x89];

    public static byte[] Int(long value) => value switch
    {
        >= 0 and < 256 => [(byte)'K', (byte)value],
        >= int.MinValue and <= int.MaxValue => [(byte)'J', .. BitConverter.GetBytes((int)value)],
        _ => [0x8A, 8, .. BitConverter.GetBytes(value)],
    };

    public static byte[] Float(double value)
    {
        var bytes = new byte[9];
        bytes[0] = (byte)'G';
        BinaryPrimitives.WriteDoubleBigEndian(bytes.AsSpan(1), value);
        return bytes;
    }

    public static byte[] Str(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [(byte)'X', .. BitConverter.GetBytes(bytes.Length), .. bytes];
    }

    public static byte[] Tuple(params byte[][] items) => [(byte)'(', .. items.SelectMany(item => item), (byte)'t'];

    public static byte[] List(params byte[][] items) => [(byte)']', (byte)'(', .. items.SelectMany(item => item), (byte)'e'];

    public static byte[] Dict(params (string Key, byte[] Value)[] entries) => [(byte)'}', .. Items(entries)];

    public static byte[] OrderedDict(params (string Key, byte[] Value)[] entries) =>
        [.. Call("collections OrderedDict", Tuple()), .. Items(entries)];

    /// <param name="name">Module and name with a blank between them.</param>
    public static byte[] Global(string name) => [(byte)'c', .. Encoding.UTF8.GetBytes($"{name.Replace(' ', '\n')}\n")];

    public static byte[] Call(string function, byte[] arguments) => [.. Global(function), .. arguments, (byte)'R'];

    /// <summary>The value, remembered in a place; <see cref="Get"/> fetches it.</summary>
    public static byte[] Put(byte[] value, byte place) => [.. value, (byte)'q', place];

    public static byte[] Get(byte place) => [(byte)'h', place];

    public static byte[] Storage(string key, string type, long count) =>
        [.. Tuple(Str("storage"), Global(type), Str(key), Str("cpu"), Int(count)), (byte)'Q'];

    /// <summary>As a legacy file has it: with the view that there no longer is.</summary>
    public static byte[] LegacyStorage(string key, string type, long count) =>
        [.. Tuple(Str("storage"), Global(type), Str(key), Str("cpu"), Int(count), None), (byte)'Q'];

    public static byte[] Tensor(byte[] storage, long[] shape, long[]? strides = null, long offset = 0) =>
        Call("torch._utils _rebuild_tensor_v2", Tuple(storage, Int(offset), Ints(shape), Ints(strides ?? RowMajor(shape)), Bool(false), OrderedDict()));

    public static byte[] Ints(params long[] values) => Tuple([.. values.Select(Int)]);

    private static byte[] Items((string Key, byte[] Value)[] entries) =>
        [(byte)'(', .. entries.SelectMany(entry => Str(entry.Key).Concat(entry.Value)), (byte)'u'];

    private static long[] RowMajor(long[] shape) =>
        [.. shape.Select((_, i) => shape[(i + 1)..].Aggregate(1L, (product, size) => product * size))];
}
