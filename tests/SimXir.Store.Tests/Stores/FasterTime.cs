namespace SimXir.Store.Tests;

/// <summary>The system's clock, running a whole number of times as fast.</summary>
public sealed class FasterTime(int times) : TimeProvider
{
    public override long GetTimestamp() => System.GetTimestamp() * times;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    private TimeSpan Faster(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;
}
