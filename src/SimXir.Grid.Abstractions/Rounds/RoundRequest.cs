using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>An experiment's wish for a round.</summary>
/// <param name="Recipe">What is to be done.</param>
/// <param name="Title">What the experiment calls it.</param>
/// <param name="Experiment">Who asks, and is told.</param>
/// <param name="Fresh">The first wish of a submission: a result is verified, a failure forgotten. Later ones only ask how it stands.</param>
[GenerateSerializer, Immutable, Alias("SimXir.RoundRequest")]
public sealed record RoundRequest(
    [property: Id(0)] RoundRecipe Recipe,
    [property: Id(1)] string Title,
    [property: Id(2)] ExperimentId Experiment,
    [property: Id(3)] bool Fresh)
{
    /// <summary>How the experiment's sweep is served now.</summary>
    [Id(4)]
    public ServiceSpec Service { get; init; } = new();

    /// <summary>Since when the experiment has been at work, by the grid's clock.</summary>
    [Id(5)]
    public DateTimeOffset Since { get; init; }
}
