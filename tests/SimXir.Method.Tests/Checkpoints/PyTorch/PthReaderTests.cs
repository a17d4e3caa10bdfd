using System.IO.Compression;

namespace SimXir.Method.Tests;

public sealed class PthReaderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_SmallCheckpoint_HasItsTensorsAndTexts(bool legacy)
    {
        var file = Read(PthFiles.Small(legacy));
        Assert.Equal(["state_dict/n", "state_dict/t", "state_dict/w"], file.Tensors.Keys);
        Assert.Equal(PthFiles.Bytes<float>(0, 1, 2, 3, 4, 5), file.Tensors["state_dict/w"].Data.ToArray());
        Assert.Equal([2, 3], file.Tensors["state_dict/w"].Shape);
        Assert.Equal(PthFiles.Bytes<float>(0, 3, 1, 4, 2, 5), file.Tensors["state_dict/t"].Data.ToArray());
        Assert.Equal(PthFiles.Bytes<long>(8), file.Tensors["state_dict/n"].Data.ToArray());
        Assert.Equal((ElementType.I64, 0), (file.Tensors["state_dict/n"].Type, file.Tensors["state_dict/n"].Shape.Length));
        Assert.Equal(new Dictionary<string, string> { ["best"] = "0.5", ["epoch"] = "20", ["lr"] = "[0.1, None]" }, file.Metadata);
    }

    [Theory]
    [InlineData("checkpoint_zip.pth", CheckpointFormat.PyTorchZip)]
    [InlineData("checkpoint_legacy.pth", CheckpointFormat.PyTorchLegacy)]
    public void Read_PythonsFile_HasThePublishedValues(string name, CheckpointFormat format)
    {
        var file = CheckpointFile.Read(SharedFolder.Require("reference", name));
        var wanted = new Reference("checkpoint_values").File.Tensors;
        Assert.Equal(format, file.Format);
        Assert.Equal(wanted.Keys.Select(key => $"state_dict/{key}"), file.Content.Tensors.Keys);
        Assert.All(wanted, pair =>
        {
            var found = file.Content.Tensors[$"state_dict/{pair.Key}"];
            if (found.Type == ElementType.F16) found = Floats.As(found, new LayoutTensor(pair.Key, pair.Value.Shape));
            Assert.Equal((pair.Value.Type, pair.Value.Shape.Length), (found.Type, found.Shape.Length));
            Assert.Equal(pair.Value.Shape, found.Shape);
            Assert.Equal(pair.Value.Data.ToArray(), found.Data.ToArray());
        });
        Assert.Equal("20", file.Content.Metadata["meta/epoch"]);
        Assert.Equal(("[5e-05]", "None", "{}"), (file.Content.Metadata["meta/lr"], file.Content.Metadata["meta/CLASSES"], file.Content.Metadata["meta/hook_msgs"]));
    }

    [Fact]
    public void Read_PythonsHostileFile_NamesTheGlobalAndRunsNothing()
    {
        var path = SharedFolder.Require("reference", "checkpoint_hostile.pth");
        var fault = Assert.Throws<CheckpointException>(() => CheckpointFile.Read(path));
        Assert.Equal(
            $"'{path}': it asks for the Python global 'posix.system', which is not among those that a checkpoint may hold, and nothing was run; "
            + "save the state dict alone: torch.save(model.state_dict(), FILE)",
            fault.Message);
        Assert.False(File.Exists("simxir-was-here"));
    }

    [Fact]
    public void Read_StoredFile_GivesWindowsNotCopies()
    {
        var file = PthFiles.Zip(Py.Tensor(Py.Storage("0", "torch ByteStorage", 1_000_000), [1000, 1000]), ("0", new byte[1_000_000]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1_000_000, PthReader.Read(file).Tensors["value"].Data.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 100_000);
    }

    [Theory]
    [InlineData("torch BoolStorage", ElementType.Bool, 1)]
    [InlineData("torch ByteStorage", ElementType.U8, 1)]
    [InlineData("torch CharStorage", ElementType.I8, 1)]
    [InlineData("torch ShortStorage", ElementType.I16, 2)]
    [InlineData("torch IntStorage", ElementType.I32, 4)]
    [InlineData("torch LongStorage", ElementType.I64, 8)]
    [InlineData("torch HalfStorage", ElementType.F16, 2)]
    [InlineData("torch BFloat16Storage", ElementType.BF16, 2)]
    [InlineData("torch FloatStorage", ElementType.F32, 4)]
    [InlineData("torch DoubleStorage", ElementType.F64, 8)]
    public void Read_EveryStorage_KeepsItsTypeAndBits(string storage, ElementType type, int bytes)
    {
        byte[] data = [.. Enumerable.Range(1, 6 * bytes).Select(value => (byte)value)];
        var tensor = Read(PthFiles.Zip(Py.Tensor(Py.Storage("k", storage, 6), [2], [3], offset: 1), ("k", data))).Tensors["value"];
        Assert.Equal(type, tensor.Type);
        Assert.Equal([.. data[bytes..(2 * bytes)], .. data[(4 * bytes)..(5 * bytes)]], tensor.Data.ToArray());
        Assert.Equal(data.Length, Read(PthFiles.Zip(Py.Storage("k", storage, 6), ("k", data))).Tensors["value"].Data.Length);
    }

    [Fact]
    public void Read_NewerForms_AreTakenForTheirTensors()
    {
        var plain = Py.Tensor(Py.Storage("0", "torch FloatStorage", 6), [6]);
        var untyped = Py.Call("torch._utils _rebuild_tensor_v3", Py.Tuple(
            Py.Storage("1", "torch.storage UntypedStorage", 16), Py.Int(1), Py.Ints(1), Py.Ints(1), Py.Bool(false), Py.OrderedDict(), Py.Global("torch int64")));
        var file = Read(PthFiles.Zip(
            Py.Dict(
                ("parameter", Py.Call("torch._utils _rebuild_parameter", Py.Tuple(plain, Py.Bool(true), Py.OrderedDict()))),
                ("withState", Py.Call("torch._utils _rebuild_parameter_with_state", Py.Tuple(plain, Py.Bool(true), Py.OrderedDict(), Py.Dict(("a", Py.None))))),
                ("subclass", Py.Call("torch._tensor _rebuild_from_type_v2", Py.Tuple(
                    Py.Global("torch._utils _rebuild_parameter"), Py.Global("torch.nn.parameter Parameter"), Py.Tuple(plain, Py.Bool(true), Py.OrderedDict()), Py.Dict()))),
                ("untyped", untyped),
                ("attributes", [.. plain, .. Py.Dict(("a", Py.None)), (byte)'b']),
                ("size", Py.Call("torch Size", Py.Tuple(Py.Ints(2, 3)))),
                ("device", Py.Call("torch device", Py.Tuple(Py.Str("cuda"), Py.Int(0)))),
                ("set", Py.Call("__builtin__ set", Py.Tuple(Py.List(Py.Int(1))))),
                ("bytes", Py.Call("_codecs encode", Py.Tuple(Py.Str("é"), Py.Str("latin1")))),
                ("dtype", Py.Global("torch float16")),
                ("old", Py.Call("collections OrderedDict", Py.Tuple(Py.List(Py.List(Py.Str("a"), Py.Int(1))))))),
            PthFiles.Storages));
        Assert.Equal(["attributes", "parameter", "subclass", "untyped", "withState"], file.Tensors.Keys);
        Assert.Equal(PthFiles.Bytes<long>(8), file.Tensors["untyped"].Data.ToArray());
        Assert.Equal("bytes=é, device=cuda, dtype=torch.float16, old/a=1, set=[1], size=(2, 3)", string.Join(", ", file.Metadata.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void Read_NewerProtocol_IsTheSame()
    {
        byte[] value = [0x95, 9, 0, 0, 0, 0, 0, 0, 0, (byte)'}', 0x94, 0x8C, 1, (byte)'a', 0x94, .. Py.Int(3), (byte)'s'];
        var file = Read(PthFiles.Archive([("data.pkl", Py.Pickle(value, protocol: 5))]));
        Assert.Equal("3", file.Metadata["a"]);
    }

    [Fact]
    public void Read_SharedValues_StandUnderEachOfTheirNames()
    {
        var shared = Py.Put(Py.Tensor(Py.Storage("0", "torch FloatStorage", 6), [6]), 9);
        var file = Read(PthFiles.Zip(Py.Dict(("a", Py.Put(Py.Dict(("x", shared)), 5)), ("b", Py.Get(5)), ("c", Py.Get(9))), PthFiles.Storages));
        Assert.Equal(["a/x", "b/x", "c"], file.Tensors.Keys);
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Read_ArchiveFromAnotherTool_IsTheSame(CompressionLevel level)
    {
        var value = Py.Tensor(Py.Storage("0", "torch FloatStorage", 6), [6]);
        var file = PthFiles.Archive([("data.pkl", Py.Pickle(value)), ("data/0", PthFiles.Storages[0].Data), ("byteorder", "little"u8.ToArray())], level, folder: "");
        Assert.Equal(PthFiles.Storages[0].Data, Read(file).Tensors["value"].Data.ToArray());
    }

    private static TensorFile Read(byte[] file) => CheckpointFile.Read(file, "small.pth").Content;
}
