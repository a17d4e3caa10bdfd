using System.Text;

namespace SimXir.Method.Tests;

/// <summary>Files that PyTorch would not write: each is refused in a sentence that says what is wrong with it.</summary>
public sealed class PthFaultTests
{
    private static readonly byte[] Six = Py.Storage("0", "torch FloatStorage", 6);

    [Theory]
    [InlineData("builtins eval")]
    [InlineData("os system")]
    [InlineData("numpy.core.multiarray scalar")]
    [InlineData("numpy._core.multiarray _reconstruct")]
    [InlineData("torch.storage _load_from_bytes")]
    [InlineData("torch ComplexFloatStorage")]
    [InlineData("torchvision.models.resnet ResNet")]
    [InlineData("argparse Namespace")]
    public void Read_AnyOtherGlobal_IsRefusedByName(string name)
    {
        // Named only: it is refused before anything could be done with it.
        Refused(Py.Dict(("a", Py.Global(name))), $"it asks for the Python global '{name.Replace(' ', '.')}', which is not among those that a checkpoint may hold, and nothing was run; save the state dict alone: torch.save(model.state_dict(), FILE)");
        Refused([.. Py.Str(name.Split(' ')[0]), .. Py.Str(name.Split(' ')[1]), 0x93], $"it asks for the Python global '{name.Replace(' ', '.')}', which");
    }

    [Fact]
    public void Read_CallsThatAreNotPyTorchs_AreRefused()
    {
        Refused(Py.Call("torch FloatStorage", Py.Tuple()), "the pickle calls 'torch.FloatStorage' with (), which is not how PyTorch calls it");
        Refused(Py.Call("torch._utils _rebuild_tensor_v2", Py.Tuple(Six, Py.Int(0), Py.Str("x"))), "the pickle calls 'torch._utils._rebuild_tensor_v2' with (a storage, an int, a str), which is not how PyTorch calls it");
        Refused([.. Py.Str("print"), .. Py.Tuple(), (byte)'R'], "the pickle calls a str");
        Refused([.. Py.Int(1), .. Py.EmptyDict, (byte)'b'], "the pickle gives an int a state, a dict");
        Refused([.. Py.Int(1), (byte)'Q'], "the pickle refers to 1, which is no storage");
        Refused([.. Py.Int(1), .. Py.None, (byte)'a'], "the pickle appends to an int");
        Refused([.. Py.List(), .. Py.None, .. Py.None, (byte)'s'], "the pickle sets items of a list");
        Refused([(byte)'e'], "the pickle ends a list that it never began");
        Refused([(byte)'R'], "the pickle takes 2 values off a stack of 0");
        Refused(Py.Get(3), "the pickle asks for the value in place 3, which was never remembered");
        Refused([.. Py.None, (byte)'r', 0xFF, 0xFF, 0xFF, 0x7F], "the pickle remembers a value in place 2147483647 after 3 bytes");
        Refused([(byte)'i'], "the pickle has the instruction 0x69 at byte 2, which no checkpoint of PyTorch holds");
        Refused([(byte)'X', 0xFF, 0xFF, 0xFF, 0xFF], "the pickle asks for 4294967295 bytes at byte 7, where 1 are left");
        Refused([0x8D, .. BitConverter.GetBytes(-1L)], "the pickle announces -1 bytes");
        Refused([(byte)'X', 1, 0, 0, 0, 0xFF], "the pickle holds text at byte 7 that is not UTF-8");
        Refused([0x80, 9], "the pickle is of protocol 9; read are up to 5");
    }

    [Fact]
    public void Read_TensorsBeyondTheirStorage_AreRefused()
    {
        Refused(Py.Tensor(Six, [7]), "a tensor of shape [7], strides [1] and offset 0 reaches element 6; storage '0' has 6 elements");
        Refused(Py.Tensor(Six, [2], offset: 5), "a tensor of shape [2], strides [1] and offset 5 reaches element 6; storage '0' has 6 elements");
        Refused(Py.Tensor(Six, [2, 2], [1, long.MaxValue]), "reaches element 9223372036854775808; storage '0' has 6 elements");
        Refused(Py.Tensor(Six, [2], [-1], offset: 1), "a tensor of shape [2], strides [-1] and offset 1 starts or steps backwards");
        Refused(Py.Tensor(Six, [1], offset: -1), "starts or steps backwards");
        Refused(Py.Tensor(Six, [-1]), "a tensor of shape [-1], strides [1] and offset 0 cannot be");
        Refused(Py.Tensor(Six, [0, long.MaxValue, long.MaxValue], [0, 0, 0]), "cannot be");
        Refused(Py.Tensor(Six, [2], []), "has 0 strides");
        Refused(Py.Tensor(Six, [.. Enumerable.Repeat(1L, 17)]), "the pickle has a tensor of 17 dimensions; read are up to 16");
    }

    [Fact]
    public void Read_StoragesThatDoNotAgree_AreRefused()
    {
        Refused(Py.Tensor(Py.Storage("9", "torch FloatStorage", 6), [6]), "storage '9' is not in the archive");
        Refused(Py.Tensor(Py.Storage("../../0", "torch FloatStorage", 6), [6]), "storage '../../0' is not in the archive");
        Refused(Py.Tensor(Py.Storage("0", "torch FloatStorage", 7), [7]), "storage '0' has 24 bytes in the archive; its tensors say 7 elements of 4 bytes");
        Refused(Py.Tensor(Py.Storage("0", "torch FloatStorage", -6), [1]), "storage '0' has -6 elements of 4 bytes; read are up to 2147483591 bytes");
        Refused(Py.Tensor(Py.Storage("0", "torch FloatStorage", long.MaxValue), [1]), "storage '0' has 9223372036854775807 elements of 4 bytes; read are up to 2147483591 bytes");
        Refused(Py.List(Six, Py.Storage("0", "torch ByteStorage", 24)), "the pickle says that storage '0' has 6 elements of 4 bytes, and 24 of 1");
    }

    [Fact]
    public void Read_ExpandedTensors_MayNotOutgrowTheFile()
    {
        var expanded = Read(PthFiles.Zip(Py.Tensor(Six, [100, 6], [0, 1]), PthFiles.Storages)).Tensors["value"];
        Assert.Equal(PthFiles.Storages[0].Data, expanded.Data[(99 * 24)..].ToArray());
        Refused(Py.Tensor(Six, [1 << 20, 1 << 10], [0, 0]), "tensor 'value' of shape [1048576, 1024] brings the tensors to 4294967296 bytes; a file of this size may hold ");
        Refused(Py.List([.. Enumerable.Repeat(Py.Tensor(Six, [1 << 12], [0]), 9)]), "brings the tensors to ");
    }

    [Fact]
    public void Read_ValuesInsideEachOther_MayNotOutgrowThePickle()
    {
        var nested = Enumerable.Range(0, 70).Aggregate(Six, (inner, _) => Py.List(inner));
        Refused(nested, "the pickle nests its values deeper than 64 levels, at '0/0/0/");
        Refused([.. Py.Put(Py.List(), 0), .. Py.Get(0), (byte)'a'], "the pickle holds the same values in each other again and again");
        var laughs = Enumerable.Range(1, 40).Aggregate(
            Py.Put(Py.List(Six), 0),
            (inner, level) => Py.Put(Py.List(inner, Py.Get((byte)(level - 1)), Py.Get((byte)(level - 1))), (byte)level));
        Refused(laughs, "the pickle holds the same values in each other again and again");
        var longNames = Py.Dict((new string('x', 100_000), Py.List([Six, .. Enumerable.Repeat(Py.None, 2_000)])));
        Refused(longNames, "the pickle makes names that are many times as long as itself");
        Refused(Py.Dict(("a", Py.Dict(("b", Py.None))), ("a/b", Py.None)), "the pickle has two values named 'a/b'");
        Refused(Py.Dict(("a", Py.Int(1)), ("a", Py.Int(2))), "the pickle has two values named 'a'");
        Refused([.. Py.EmptyDict, .. Py.List(), .. Py.None, (byte)'s'], "the pickle has a list as a key");
    }

    [Fact]
    public void Read_ObjectsByTheByte_AreRefused()
    {
        Refused([.. Enumerable.Repeat((byte)']', 2000)], "the pickle makes more than 1365 lists, dicts and tuples in its first ");
        Refused([.. Enumerable.Repeat((byte)'N', 70_000)], "the pickle piles up more than 65536 values, which no state dict does");
        Refused([.. Enumerable.Repeat((byte)'(', 70_000)], "the pickle piles up more than 65536 values, which no state dict does");
    }

    [Fact]
    public void Read_LegacyFilesThatDoNotAgree_AreRefused()
    {
        var tensor = Py.Tensor(Py.LegacyStorage("0", "torch FloatStorage", 2), [2]);
        byte[] data = [0, 0, 0, 0, 0, 0, 0, 0];
        RefusedFile(PthFiles.Legacy(tensor), "storage '0' is not in the file");
        RefusedFile(PthFiles.Legacy(tensor, ("0", 8, data)), "storage '0' has 1 elements; its tensors say 2");
        RefusedFile(PthFiles.Legacy(tensor, ("1", 4, data)), "it has a storage '1' that no tensor refers to");
        RefusedFile(PthFiles.Legacy(tensor, ("0", 4, data), ("0", 4, data)), "it has storage '0' twice");
        RefusedFile([.. PthFiles.Legacy(tensor, ("0", 4, data)), 1, 2], "it goes on for 2 bytes after its last storage");
        RefusedFile(Py.Pickle(Py.Int(1)), "it is a pickle, but none of PyTorch's: its first value is not PyTorch's magic number");
        RefusedFile(
            PthFiles.Legacy(Py.Tensor([.. Py.Tuple(Py.Str("storage"), Py.Global("torch FloatStorage"), Py.Str("0"), Py.Str("cpu"), Py.Int(2), Py.Tuple()), (byte)'Q'], [2])),
            "storage '0' is a view of another, which PyTorch no longer writes; save the file again with a newer version");
    }

    [Fact]
    public void Read_OtherFiles_AreNamed()
    {
        RefusedFile([], "it is no checkpoint: its 0 bytes begin as neither a safetensors file nor one of PyTorch's (.pth, .pt, .ckpt)");
        RefusedFile(Encoding.ASCII.GetBytes(new string('x', 300)), "it is no checkpoint: its 300 bytes begin as neither");
        RefusedFile([.. new byte[257], .. "ustar"u8, 0, 0], "it is a tar archive, as PyTorch wrote before 0.2; load it there and save it again");
        RefusedFile(PthFiles.Archive([("model.py", [1])]), "the zip archive holds 0 files named data.pkl; a checkpoint of PyTorch has one");
        RefusedFile(
            PthFiles.Archive([("data.pkl", Py.Pickle(Py.None)), ("constants.pkl", Py.Pickle(Py.None))]),
            "it is a TorchScript program (torch.jit.save), not a checkpoint; save its state dict: torch.save(model.state_dict(), FILE)");
        RefusedFile(PthFiles.Archive([("data.pkl", Py.Pickle(Py.None)), ("byteorder", "big"u8.ToArray())]), "its numbers are big-endian; read are little-endian ones");
    }

    private static TensorFile Read(byte[] file) => CheckpointFile.Read(file, "small.pth").Content;

    private static void Refused(byte[] value, string message) => RefusedFile(PthFiles.Zip(value, PthFiles.Storages), message);

    private static void RefusedFile(byte[] file, string message) =>
        Assert.Contains(message, Assert.Throws<CheckpointException>(() => Read(file)).Message, StringComparison.Ordinal);
}
