using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Which steps a round does.</summary>
/// <param name="Round">0 for pretraining, t for round t of Algorithm 1.</param>
/// <param name="FromEpoch">Its first epoch, counted from 0.</param>
/// <param name="ToEpoch">The epoch before which it ends.</param>
/// <param name="Epochs">Of the whole stage.</param>
/// <param name="Batch">Images a step.</param>
/// <param name="Views">The recipe of the random views.</param>
internal sealed record Stage(int Round, int FromEpoch, int ToEpoch, int Epochs, int Batch, ViewSpec Views);
