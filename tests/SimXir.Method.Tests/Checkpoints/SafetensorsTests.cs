using System.Buffers.Binary;
using System.Text;
using CsCheck;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class SafetensorsTests
{
    private static readonly Gen<(string Name, StoredTensor Tensor)> GenTensor =
        from name in Gen.String[Gen.Char.AlphaNumeric, 1, 12]
        from type in Gen.Enum<ElementType>()
        from shape in Gen.Long[0, 4].Array[0, 3]
        from seed in Gen.Byte
        let length = (int)shape.Aggregate(1L, (product, size) => product * size) * ElementTypes.BytesOf(type)
        select (name, new StoredTensor(type, [.. shape], Enumerable.Repeat(seed, length).ToArray()));

    [Fact]
    public void Write_SmallFile_HasTheFormatsExactBytes()
    {
        var file = TensorFile.Of(
            [new("b", new StoredTensor(ElementType.F32, [2], new byte[] { 0, 0, 128, 63, 0, 0, 0, 64 })), new("a", new StoredTensor(ElementType.U8, [], new byte[] { 7 }))],
            [new("format", "pt")]);
        const string Header = """{"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"U8","shape":[],"data_offsets":[8,9]}}""";
        var padded = Header.PadRight((Header.Length + 7) / 8 * 8);
        byte[] expected = [.. BitConverter.GetBytes((long)padded.Length), .. Encoding.ASCII.GetBytes(padded), 0, 0, 128, 63, 0, 0, 0, 64, 7];
        Assert.Equal(expected, SafetensorsWriter.Write(file));

        using var stream = new MemoryStream();
        SafetensorsWriter.Write(file, stream);
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameAndWritesTheSame() => GenTensor.Array[0, 6].Sample(tensors =>
    {
        var file = TensorFile.Of(tensors.DistinctBy(pair => pair.Name).Select(pair => KeyValuePair.Create(pair.Name, pair.Tensor)), [new("x", "é\"\n")]);
        var bytes = SafetensorsWriter.Write(file);
        var again = SafetensorsReader.Read(bytes);
        Assert.Equal(file.Metadata, again.Metadata);
        Assert.Equal(file.Tensors.Keys, again.Tensors.Keys);
        Assert.All(file.Tensors, pair =>
        {
            Assert.Equal(pair.Value.Shape, again.Tensors[pair.Key].Shape);
            Assert.Equal(pair.Value.Data.ToArray(), again.Tensors[pair.Key].Data.ToArray());
        });
        Assert.Equal(bytes, SafetensorsWriter.Write(again));
    });

    [Fact]
    public void Read_PythonsFile_HasItsTensors()
    {
        using var scope = NewDisposeScope();
        var reference = new Reference("checkpoint_values");
        Assert.Equal([0, 3], reference["empty"].shape);
        Assert.Equal([], reference["scalar"].shape);
        Assert.Equal(ScalarType.Int64, reference["backbone.bn1.num_batches_tracked"].dtype);
        Assert.Contains("state_dict", reference.File.Metadata["about"], StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_StridedTensors_GoesThereAndBack()
    {
        using var scope = NewDisposeScope();
        foreach (var type in (ScalarType[])[ScalarType.Float32, ScalarType.Float64, ScalarType.Float16, ScalarType.BFloat16, ScalarType.Int64, ScalarType.Int32, ScalarType.Int16, ScalarType.Int8, ScalarType.Byte, ScalarType.Bool])
        {
            var tensor = arange(12).reshape(3, 4).t().to(type);
            var again = StoredTensor.Copy(tensor, "x").ToTensor();
            Assert.Equal(type, again.dtype);
            Assert.True(tensor.eq(again).all().item<bool>());
        }
        var refused = Assert.Throws<CheckpointException>(() => StoredTensor.Copy(zeros(2, ScalarType.ComplexFloat32), "z"));
        Assert.Equal("tensor 'z' has the element type ComplexFloat32, which safetensors files of SimXIR do not hold", refused.Message);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 3, "tensor 'a' has the data offsets [0, 4]; the data has 3 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 5, "the tensors end at byte 4 of the data, which has 5 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "tensor 'a' of shape [2] and type F32 has 4 bytes of data")]
    [InlineData("""{"a":{"dtype":"U8","shape":[9223372036854775807,9223372036854775807],"data_offsets":[0,1]}}""", 1, "tensor 'a' of shape [9223372036854775807, 9223372036854775807] and type U8 has 1 bytes of data")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, "tensor 'b' starts at byte 1 of the data, inside the one before it, which ends at 2")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}""", 3, "tensor 'b' starts at byte 2 of the data, with a gap after the one before it, which ends at 1")]
    [InlineData("""{"a":{"dtype":"F8","shape":[1],"data_offsets":[0,1]}}""", 1, "tensor 'a' has the element type 'F8'; read are BOOL, U8, I8, I16, F16, BF16, I32, F32, I64, F64")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}}""", 1, "tensor 'a' has the size or offset -1; it must be a whole number from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[0,9223372036854775807,3],"data_offsets":[0,0]}}""", 0, "tensor 'a' of shape [0, 9223372036854775807, 3] and type U8 has 0 bytes of data")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,1]}}""", 1, "tensor 'a' has 17 dimensions; read are up to 16")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}}""", 1, "tensor 'a' has 1 data offsets; there are always two, begin and end")]
    [InlineData("""{"a\nb":{"dtype":"U8","shape":[1]}}""", 1, "tensor 'a?b' has no data_offsets")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1]}}""", 1, "tensor 'a' has no data_offsets")]
    [InlineData("""{"a":[1]}""", 0, "'a' in the header holds Array where Object belongs")]
    [InlineData("""[]""", 0, "'the header' in the header holds Array where Object belongs")]
    public void Read_BrokenHeader_SaysWhatIsWrong(string header, int dataBytes, string expected) =>
        Assert.Equal(expected, Assert.Throws<CheckpointException>(() => SafetensorsReader.Read(File(header, dataBytes))).Message);

    [Fact]
    public void Read_NameTwice_IsRefused()
    {
        const string Header = """{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""";
        var fault = Assert.Throws<CheckpointException>(() => SafetensorsReader.Read(File(Header, 1)));
        Assert.StartsWith("the header is not valid JSON", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderBeyondTheLimit_IsRefused()
    {
        var file = new byte[100_000_010];
        BinaryPrimitives.WriteInt64LittleEndian(file, 100_000_001);
        Assert.Equal("the header is 100000001 bytes long; read are up to 100000000", Assert.Throws<CheckpointException>(() => SafetensorsReader.Read(file)).Message);
    }

    [Fact]
    public void Write_WhatNobodyCouldRead_IsAnErrorOfTheProgram()
    {
        var fault = Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(TensorFile.Of([new("a", new StoredTensor(ElementType.F32, [2], new byte[4]))])));
        Assert.Equal("tensor 'a' of shape [2] and type F32 has 4 bytes", fault.Message);
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(TensorFile.Of([new("__metadata__", new StoredTensor(ElementType.U8, [0], default))])));
    }

    [Fact]
    public void Read_AnyTruncationOrMutation_GivesContentOrOneClearFault()
    {
        var whole = SafetensorsWriter.Write(TensorFile.Of(
            [
                new("conv1.weight", new StoredTensor(ElementType.F32, [2, 3], new byte[24])),
                new("empty", new StoredTensor(ElementType.F16, [0, 3], default)),
                new("n", new StoredTensor(ElementType.I64, [], new byte[8])),
            ],
            [new("format", "pt")]));
        Mutation.Truncate<CheckpointException>(whole, file => SafetensorsReader.Read(file), factor: 32);
        Mutation.Try<CheckpointException>(seed: 6, rounds: 3000, whole, file => SafetensorsReader.Read(file), factor: 32);
    }

    private static byte[] File(string header, int dataBytes)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + text.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, text.Length);
        text.CopyTo(bytes, 8);
        return bytes;
    }
}
