using SimXir.Testing;

namespace SimXir.Store.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private const int Writers = 4;
    private const int Rounds = 150;
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>All files are written first and published at one moment, over and over: a look before the rename would let two win.</summary>
    [Fact]
    public async Task TryPublishNew_AllAtOneMoment_OneWins()
    {
        var folder = new StoreFolder(_folder.Path);
        folder.Prepare(TimeProvider.System.GetUtcNow());
        using var start = new Barrier(Writers);
        var wins = new int[Rounds];

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    using var file = AtomicFile.Write(folder, [(byte)writer]);
                    start.SignalAndWait(Text.Stop);
                    if (file.TryPublishNew(_folder.Combine($"{round}")) == true) Interlocked.Increment(ref wins[round]);
                }
            },
            Text.Stop,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.All(wins, count => Assert.Equal(1, count));
    }
}
