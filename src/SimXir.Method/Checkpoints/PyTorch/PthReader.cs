using System.Text;

namespace SimXir.Method;

/// <summary>
/// Reads what <c>torch.save</c> writes, as the zip archive of PyTorch 1.6 and later. Whatever the bytes are, the outcome is the content or
/// one <see cref="CheckpointException"/>; no Python runs, and nothing is allocated beyond a small multiple of the file's size.
/// </summary>
/// <remarks>Names are the keys on the way to a tensor, joined by '/': <c>state_dict/backbone.conv1.weight</c>. Views and strided tensors
/// become plain ones; what stands beside the tensors becomes metadata.</remarks>
public static class PthReader
{
    private const string PickleName = "data.pkl";

    /// <param name="file">The tensors of the result are windows on it where they lie in it row by row.</param>
    public static TensorFile Read(ReadOnlyMemory<byte> file)
    {
        var zip = new ZipFile(file);
        var folder = FolderOf(zip);
        var input = new PickleInput(zip.Find(folder + PickleName)!.Value);
        var root = new PickleMachine(input).Run();

        var storages = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        return PthTree.Flatten(root, input.Position, file.Length, storage =>
        {
            if (storages.TryGetValue(storage.Key, out var known)) return known;
            return storages[storage.Key] = Storage(zip, folder, storage);
        });
    }

    private static ReadOnlyMemory<byte> Storage(ZipFile zip, string folder, PthStorage storage)
    {
        var found = zip.Find($"{folder}data/{storage.Key}")
            ?? throw new CheckpointException($"storage '{Shown.Of(storage.Key)}' is not in the archive");
        return found.Length / storage.ElementBytes == storage.Count
            ? found
            : throw new CheckpointException(
                $"storage '{Shown.Of(storage.Key)}' has {found.Length} bytes in the archive; "
                + $"its tensors say {storage.Count} elements of {storage.ElementBytes} bytes");
    }

    /// <summary>Everything lies in one folder, named after the file that was first saved.</summary>
    private static string FolderOf(ZipFile zip)
    {
        string[] pickles = [.. zip.Names.Where(name => name == PickleName || name.EndsWith($"/{PickleName}", StringComparison.Ordinal))];
        if (pickles is not [var pickle])
            throw ZipDirectory.Fault($"holds {pickles.Length} files named {PickleName}; a checkpoint of PyTorch has one");
        var folder = pickle[..^PickleName.Length];
        if (zip.Names.Contains(folder + "constants.pkl"))
        {
            throw new CheckpointException(
                "it is a TorchScript program (torch.jit.save), not a checkpoint; save its state dict: torch.save(model.state_dict(), FILE)");
        }

        if (zip.Find(folder + "byteorder") is { } order && Encoding.ASCII.GetString(order.Span) is var name and not "little")
            throw new CheckpointException($"its numbers are {Shown.Of(name)}-endian; read are little-endian ones");
        return folder;
    }
}
