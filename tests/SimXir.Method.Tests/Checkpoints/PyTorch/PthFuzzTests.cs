namespace SimXir.Method.Tests;

public sealed class PthFuzzTests
{
    /// <summary>Strings, lists and boxed numbers in memory are larger than in a pickle, which may be most of a small file.</summary>
    private const int Factor = 64;

    // Whole values and single instructions, so that most programs run for a while before they fail.
    private static readonly byte[][] Pieces =
    [
        "("u8.ToArray(), "("u8.ToArray(), "t"u8.ToArray(), "e"u8.ToArray(), "u"u8.ToArray(), "a"u8.ToArray(), "s"u8.ToArray(),
        "b"u8.ToArray(), "R"u8.ToArray(), "Q"u8.ToArray(), "0"u8.ToArray(), "1"u8.ToArray(), "]"u8.ToArray(), "}"u8.ToArray(), ")"u8.ToArray(),
        [0x81], [0x85], [0x86], [0x87], [0x8F], [0x90], [0x93], [0x94], [0x95, 1, 0, 0, 0, 0, 0, 0, 0],
        [(byte)'h', 0], [(byte)'h', 1], [(byte)'h', 2], [(byte)'q', 0], [(byte)'q', 1], [(byte)'q', 2], [(byte)'r', 3, 0, 0, 0], [(byte)'j', 3, 0, 0, 0],
        Py.None, Py.Bool(true), Py.Int(0), Py.Int(1), Py.Int(-1), Py.Int(long.MaxValue), [0x8A, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        Py.Float(double.NaN), Py.Str("a"), Py.Str("storage"), Py.Str("0"), [(byte)'U', 1, 0xE9], [(byte)'C', 2, 1, 2], Py.Ints(2, 3), Py.Ints(), Py.List(Py.Int(1)),
        Py.Storage("0", "torch FloatStorage", 6), Py.Tensor(Py.Storage("0", "torch FloatStorage", 6), [2, 3]), Py.OrderedDict(("a", Py.None)),
        Py.Global("torch FloatStorage"), Py.Global("collections OrderedDict"), Py.Global("torch._utils _rebuild_tensor_v2"), Py.Global("torch Size"),
        Py.Global("torch._utils _rebuild_parameter"), Py.Global("builtins set"), Py.Global("_codecs encode"), Py.Global("torch device"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_CutOffAtAnyByte_IsRefused(bool legacy) =>
        Mutation.Truncate<CheckpointException>(PthFiles.Small(legacy), file => CheckpointFile.Read(file, "small.pth"), Factor);

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 8)]
    public void Read_AnyBytesChanged_GivesContentOrOneClearFault(bool legacy, int seed) =>
        Mutation.Try<CheckpointException>(seed, 3000, PthFiles.Small(legacy), file => CheckpointFile.Read(file, "small.pth"), Factor);

    [Fact]
    public void Read_CompressedAndAnyBytesChanged_GivesContentOrOneClearFault()
    {
        var value = Py.Pickle(Py.Tensor(Py.Storage("0", "torch FloatStorage", 6), [6]));
        var file = PthFiles.Archive([("data.pkl", value), ("data/0", PthFiles.Storages[0].Data)], System.IO.Compression.CompressionLevel.Optimal);
        Mutation.Try<CheckpointException>(seed: 9, rounds: 3000, file, hostile => CheckpointFile.Read(hostile, "small.pth"), Factor);
    }

    /// <summary>Damage of a sound file seldom gives a program that runs on; these are made to.</summary>
    [Fact]
    public void Read_AnyProgram_GivesContentOrOneClearFault()
    {
        var read = 0;
        for (var round = 0; round < 5000; round++)
        {
            var random = new CounterRandom(seed: 10, RandomStream.Monitor, epoch: round);
            var program = new List<byte>();
            for (var count = 1 + random.NextBelow(12); count > 0; count--) program.AddRange(Pieces[random.NextBelow(Pieces.Length)]);
            var file = PthFiles.Zip([.. program], PthFiles.Storages);
            if (Mutation.Hold<CheckpointException>(file, hostile => CheckpointFile.Read(hostile, "small.pth"), Factor, $"round {round}")) read++;
        }

        Assert.InRange(read, 500, 4500);
    }

    /// <summary>The instructions that make most of the least bytes, a hundred thousand times.</summary>
    [Theory]
    [InlineData(new byte[] { (byte)']' })]
    [InlineData(new byte[] { (byte)'}' })]
    [InlineData(new byte[] { (byte)'(' })]
    [InlineData(new byte[] { (byte)'N', 0x85 })]
    [InlineData(new byte[] { (byte)'N', 0x94 })]
    [InlineData(new byte[] { 0x8C, 0 })]
    [InlineData(new byte[] { (byte)'C', 0 })]
    [InlineData(new byte[] { (byte)']', (byte)'(', (byte)'N', (byte)'e' })]
    [InlineData(new byte[] { (byte)'}', (byte)'N', (byte)'N', (byte)'s' })]
    public void Read_InstructionsThatMakeMuchOfLittle_StayWithinBounds(byte[] piece)
    {
        byte[] value = [.. Enumerable.Repeat(piece, 100_000).SelectMany(bytes => bytes), (byte)'N'];
        Mutation.Hold<CheckpointException>(PthFiles.Zip(Py.List(value)), file => CheckpointFile.Read(file, "small.pth"), factor: 32, "the file");
    }
}
