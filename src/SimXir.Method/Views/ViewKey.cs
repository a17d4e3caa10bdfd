namespace SimXir.Method;

/// <summary>Which random views: with the number of the sample, all that a view depends on.</summary>
/// <param name="Seed">The replicate.</param>
/// <param name="Epoch">Counted from 0.</param>
/// <param name="View">0 for the first view of a pair, 1 for the second.</param>
/// <param name="Round">0 for pretraining, t for round t of Algorithm 1, so that no two rounds see the same views.</param>
/// <param name="Stream">Of the numbers that a view draws: what it is for.</param>
public readonly record struct ViewKey(int Seed, int Epoch, int View, int Round = 0, RandomStream Stream = RandomStream.Views);
