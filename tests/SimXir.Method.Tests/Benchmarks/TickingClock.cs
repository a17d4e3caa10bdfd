namespace SimXir.Method.Tests;

/// <summary>A clock that goes on by one second whenever it is asked.</summary>
internal sealed class TickingClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => _ticks++;
}
