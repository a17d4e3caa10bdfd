namespace SimXir.Experiments;

/// <summary>One round, with the name that a person knows it by in its experiment, such as <c>pretrain 2/16</c> or <c>simxir 1/1</c>.</summary>
public sealed record PlannedRound(RoundKey Key, string Title, RoundRecipe Recipe);
