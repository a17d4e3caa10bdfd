using System.Buffers.Binary;
using System.Numerics;

namespace SimXir.Method;

/// <summary>
/// Reads what <c>torch.save</c> wrote before PyTorch 1.6, and still writes with <c>_use_new_zipfile_serialization=False</c>: five pickles
/// one after the other (a magic number, the protocol, the system, the content, the storages' keys), then each storage as its number of elements
/// in eight bytes and the elements. See <see cref="PthReader"/> for what is promised.
/// </summary>
public static class LegacyPthReader
{
    private const long Protocol = 1001;

    private static readonly BigInteger Magic = new([0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]);

    /// <param name="file">The tensors of the result are windows on it where they lie in it row by row.</param>
    public static TensorFile Read(ReadOnlyMemory<byte> file)
    {
        var input = new PickleInput(file);
        if (new PickleMachine(input).Run() is not BigInteger magic || magic != Magic)
            throw new CheckpointException("it is a pickle, but none of PyTorch's: its first value is not PyTorch's magic number");
        if (new PickleMachine(input).Run() is not Protocol)
            throw new CheckpointException($"its protocol is not {Protocol}, the only one of PyTorch's");
        if (new PickleMachine(input).Run() is PickleDict system && system.Entries.Any(entry => entry is ("little_endian", false)))
            throw new CheckpointException("its numbers are big-endian; read are little-endian ones");

        var begin = input.Position;
        var content = new PickleMachine(input);
        var root = content.Run();
        var bytes = input.Position - begin;
        var storages = Storages(file, input, content.Storages);
        return PthTree.Flatten(root, bytes, file.Length, storage => storages.TryGetValue(storage.Key, out var found)
            ? found
            : throw new CheckpointException($"storage '{Shown.Of(storage.Key)}' is not in the file"));
    }

    /// <summary>The storages behind the content, by their keys.</summary>
    private static Dictionary<string, ReadOnlyMemory<byte>> Storages(
        ReadOnlyMemory<byte> file, PickleInput input, IReadOnlyDictionary<string, PthStorage> described)
    {
        if (new PickleMachine(input).Run() is not PickleList keys)
            throw new CheckpointException("it has no list of storages behind its content");
        var storages = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var item in keys.Items)
        {
            if (item is not string key || !described.TryGetValue(key, out var storage))
                throw new CheckpointException($"it has a storage '{Shown.Of(PickleText.Of(item))}' that no tensor refers to");
            var count = BinaryPrimitives.ReadInt64LittleEndian(input.Bytes(sizeof(long)));
            if (count != storage.Count)
                throw new CheckpointException($"storage '{Shown.Of(key)}' has {count} elements; its tensors say {storage.Count}");
            var at = input.Position;
            _ = input.Bytes(count * storage.ElementBytes);
            if (!storages.TryAdd(key, file[at..input.Position])) throw new CheckpointException($"it has storage '{Shown.Of(key)}' twice");
        }

        return input.Left == 0 ? storages : throw new CheckpointException($"it goes on for {input.Left} bytes after its last storage");
    }
}
