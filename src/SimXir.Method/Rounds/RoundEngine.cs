using System.Runtime.InteropServices;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Carries out rounds, one at a time on the calling thread, which should be a dedicated one: torch's thread number, gradient mode
/// and scopes belong to the thread. Several engines may run on several threads; each gives what it would give alone.</summary>
/// <param name="time">For speeds and remaining times only; no result depends on it.</param>
public sealed class RoundEngine(TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <exception cref="RoundInputException">The recipe does not go with the data, the parent or the device.</exception>
    /// <exception cref="CheckpointException">The parent's parts or the checkpoint are broken, or another round's.</exception>
    /// <exception cref="DeviceMemoryException">There is too little memory.</exception>
    public RoundOutput Run(RoundRecipe recipe, RoundInputs inputs, IRoundHost host)
    {
        TorchEnvironment.Prepare();
        TorchEnvironment.UseThreads(inputs.Threads);
        try
        {
            return Carry(recipe, inputs, host);
        }
        finally
        {
            Allocator.Trim(); // a short round made none of its own, and the next one's thread may have another arena
        }
    }

    private RoundOutput Carry(RoundRecipe recipe, RoundInputs inputs, IRoundHost host)
    {
        using var scope = NewDisposeScope();
        try
        {
            return recipe switch
            {
                PretrainRecipe pretrain => PretrainRound.Run(pretrain, inputs, host, _time),
                FinetuneRecipe finetune => FinetuneRound.Run(finetune, inputs, host, _time),
                EvaluateRecipe evaluate => EvaluateRound.Run(evaluate, inputs, host, _time),
                _ => throw new RoundInputException($"this engine does not know rounds of the kind {recipe.GetType().Name}"),
            };
        }
        catch (RoundStopped)
        {
            return RoundOutput.Of(StopReason.Preempted);
        }
        catch (Exception fault) when (IsOutOfMemory(fault))
        {
            throw new DeviceMemoryException(
                $"too little memory on {inputs.Device} for this round; a smaller batch, a narrower backbone or fewer slots need less: "
                + FirstLine(fault.Message),
                fault);
        }
    }

    // libtorch's allocators say so in words only: "not enough memory: you tried to allocate N bytes" on a CPU, "CUDA out of memory" on a
    // GPU.
    private static bool IsOutOfMemory(Exception fault) => fault is OutOfMemoryException
        || (fault is ExternalException && (fault.Message.Contains("out of memory", StringComparison.Ordinal)
            || fault.Message.Contains("not enough memory", StringComparison.Ordinal)
            || fault.Message.Contains("can't allocate memory", StringComparison.Ordinal)));

    private static string FirstLine(string message) => message.Split('\n')[0];
}
