using SimXir.Experiments;

namespace SimXir.Report.Tests;

public sealed class LedgerLineTests
{
    [Fact]
    public void Of_AllParts_SharesSumToTheWhole() => Assert.Equal(
        "slot time 1 h 40 min: useful 50.0 %, redone 10.0 %, start-up 15.0 %, checkpoint 5.0 %, idle 12.0 %, wasted 8.0 %",
        LedgerLine.Of(new SlotLedger(3000, 600, 900, 300, 720, 480)));

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    public void Of_NoCredibleTime_SaysNone(double seconds) => Assert.Equal("slot time: none recorded", LedgerLine.Of(new SlotLedger(seconds)));
}
