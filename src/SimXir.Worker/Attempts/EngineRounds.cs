using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Worker;

/// <summary>Rounds as the paper's room computes them.</summary>
public sealed class EngineRounds(TimeProvider time) : IRoundRunner
{
    public RoundOutput Run(RoundRecipe recipe, RoundInputs inputs, IRoundHost host) => new RoundEngine(time).Run(recipe, inputs, host);
}
