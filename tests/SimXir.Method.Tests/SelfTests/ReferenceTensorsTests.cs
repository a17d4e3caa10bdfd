namespace SimXir.Method.Tests;

public sealed class ReferenceTensorsTests
{
    private static readonly ReferenceTensors File = new("file.safetensors", TensorFile.Of(
        [
            new("cosine.11", Floats([2], 1, 2)),
            new("cosine.5", Floats([2], 3, 4)),
            new("cosine.labels", Floats([2], 0, 0)),
            new("points", new StoredTensor(ElementType.F64, [2, 2], Bytes(1.0, 2.0, 3.0, 4.0))),
            new("labels", new StoredTensor(ElementType.I64, [2], Bytes(7L, -1L))),
        ],
        [new("eps", "0.25"), new("broken", "a lot"), new("about", "LARS trust .001 eps 1e-8, lr .1, momentum 0.9, Weight decay 5e-4; lrs 7")]));

    [Fact]
    public void NumbersAfter_APrefix_AreInRisingOrder() => Assert.Equal([5, 11], File.NumbersAfter("cosine."));

    [Fact]
    public void RowsAndIntegers_OfTheRightKind_AreRead()
    {
        Assert.Equal([[1, 2], [3, 4]], File.Rows("points"));
        Assert.Equal([7, -1], File.Integers("labels"));
    }

    [Theory]
    [InlineData("lr", 0.1)]
    [InlineData("momentum", 0.9)]
    [InlineData("weight decay", 5e-4)]
    [InlineData("trust", 0.001)]
    [InlineData("eps", 1e-8)]
    [InlineData("dampening", -1)]
    public void ConstantSaid_InTheDescription_IsFoundByItsWords(string words, double value) => Assert.Equal(value, File.ConstantSaid(words, otherwise: -1));

    [Fact]
    public void Constant_UnderItsName_IsRead() => Assert.Equal(0.25, File.Constant("eps"));

    [Fact]
    public void Anything_Absent_IsRefusedByName()
    {
        AssertRefused("file.safetensors has no tensor 'cosine'", () => File.Integers("cosine"));
        AssertRefused("file.safetensors has no tensor 'euclidean.…'", () => File.Under("euclidean."));
        AssertRefused("file.safetensors has no tensor 'points' with a number after it", () => File.NumbersAfter("points"));
        AssertRefused("file.safetensors has no 'tau' in its metadata", () => File.Constant("tau"));
        AssertRefused("file.safetensors has the broken 'a lot' where a number belongs", () => File.Constant("broken"));
    }

    [Fact]
    public void RowsAndIntegers_OfAnotherKind_AreRefused()
    {
        AssertRefused(
            "file.safetensors has the tensor 'cosine.5' of type F32 and shape [2] where a matrix of float64 belongs", () => File.Rows("cosine.5"));
        AssertRefused(
            "file.safetensors has the tensor 'points' of type F64 and shape [2, 2] where a vector of int64 belongs", () => File.Integers("points"));
    }

    private static void AssertRefused(string message, Action action) => Assert.Equal(message, Assert.Throws<ReferenceException>(action).Message);

    private static StoredTensor Floats(long[] shape, params float[] values) => new(ElementType.F32, [.. shape], Bytes(values));

    private static byte[] Bytes<T>(params T[] values)
        where T : struct => System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
