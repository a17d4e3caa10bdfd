using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class CheckListTests
{
    private readonly CheckList _checks = new("file");

    private SelfTestCheck Only => Assert.Single(_checks.Checks);

    [Fact]
    public void Compare_WithinTheTolerance_PassesWithTheLargestError()
    {
        _checks.Compare("name", [0.5, -0.25], [0.5, -0.375], Tolerance.Of(0.125));

        Assert.Equal(new SelfTestCheck("file/name", 0.125, 0.125, true), Only);
    }

    [Fact]
    public void Compare_BeyondTheTolerance_SaysWhereAndHowFar()
    {
        _checks.Compare("name", [4, 0.5, -1], [4, 0.75, 1], Tolerance.RelativeOf(0.125));

        Assert.Equal(new SelfTestCheck("file/name", 2, 0.5, false, "element 2 is 1, expected is -1: 2 apart, allowed are 0.5"), Only);
    }

    [Fact]
    public void Compare_ForEquality_SaysWhatDiffers()
    {
        _checks.Compare("name", [3, 1], [3, 2], Tolerance.None);

        Assert.Equal(new SelfTestCheck("file/name", 1, 0, false, "element 1 is 2, expected is 1"), Only);
    }

    [Theory]
    [InlineData(double.NaN, 1, "element 1 is NaN, expected is 1: NaN apart, allowed are 0.5")]
    [InlineData(1, double.NaN, "element 1 is 1, expected is NaN: NaN apart, allowed are 0.5")]
    [InlineData(double.PositiveInfinity, 1, "element 1 is Infinity, expected is 1: Infinity apart, allowed are 0.5")]
    public void Compare_WhatIsNoNumber_FailsWithoutAnError(double actual, double expected, string fault)
    {
        _checks.Compare("name", [0, expected, 0], [0, actual, 0], Tolerance.Of(0.5));

        Assert.False(Only.Passed);
        Assert.Null(Only.MaxAbsError);
        Assert.Equal(fault, Only.Fault);
    }

    [Fact]
    public void Compare_OtherLength_SaysBoth()
    {
        _checks.Compare("name", [1, 2], [1], Tolerance.Of(1));

        Assert.Equal(new SelfTestCheck("file/name", null, 0, false, "there are 1 numbers, expected are 2"), Only);
    }

    [Fact]
    public void Compare_Tensors_LooksAtShapesFirst()
    {
        using var scope = NewDisposeScope();

        _checks.Compare("turned", zeros(2, 3), zeros(3, 2), Tolerance.Of(1));
        _checks.Compare("absent", zeros(2, 3), null, Tolerance.Of(1));
        _checks.Compare("empty", zeros(0, 3), zeros(0, 3), Tolerance.None);
        _checks.Compare("halves", ones(2), ones(2).to(ScalarType.Float16), Tolerance.None);

        Assert.Equal(
            [
                new SelfTestCheck("file/turned", null, 0, false, "the shape is [3, 2], expected is [2, 3]"),
                new SelfTestCheck("file/absent", null, 0, false, "there is none"),
                new SelfTestCheck("file/empty", 0, 0, true),
                new SelfTestCheck("file/halves", 0, 0, true),
            ],
            _checks.Checks);
    }
}
