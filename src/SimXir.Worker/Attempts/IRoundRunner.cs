using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Worker;

/// <summary>Who computes a round on a slot's thread. There is one that trains; <c>simxir bench grid</c> puts one in its place that does nothing.</summary>
public interface IRoundRunner
{
    RoundOutput Run(RoundRecipe recipe, RoundInputs inputs, IRoundHost host);
}
