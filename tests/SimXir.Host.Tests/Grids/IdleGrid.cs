using SimXir.Experiments;
using SimXir.Host.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(IdleGrid))]
[assembly: Parallelization(Mode = ParallelMode.None)] // browsers and silos beside each other would only wait for each other

namespace SimXir.Host.Tests;

/// <summary>One grid for all tests that change nothing: sweep <c>mine</c> stands in the middle of its first round, at step 12 of 40.</summary>
public sealed class IdleGrid : IAsyncLifetime
{
    public const int Step = 12;

    public static SweepId Sweep { get; } = new("mine");

    public TestGrid Grid { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Grid = await TestGrid.StartAsync();
        using var client = Grid.Client();
        await client.SubmitAsync(SpecSource.Loaded(TestGrid.Spec(Sweep.Value), "mine.yaml"), CancellationToken.None);
        Grid.Rounds.Let(Step);
        await TestGrid.UntilAsync(() => client.LookAsync(Sweep, CancellationToken.None), status => status!.Experiments.SelectMany(experiment => experiment.Active).Any(round => round.Progress?.Step == Step));
    }

    public ValueTask DisposeAsync() => Grid?.DisposeAsync() ?? ValueTask.CompletedTask;
}
