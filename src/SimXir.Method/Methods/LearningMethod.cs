using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// What one optimizer step minimises. The registered parameters and buffers are all that is trained and saved; a network that never
/// moves within a round, such as SimXIR's target, is held unregistered.
/// </summary>
public abstract class LearningMethod(string name) : nn.Module<Tensor, Tensor, Tensor>(name)
{
    /// <summary>The state dict's prefix of <see cref="Encoder"/>.</summary>
    public const string EncoderPrefix = "backbone.";

    /// <summary>The trained encoder, registered as <c>backbone</c>.</summary>
    public abstract Backbone Encoder { get; }

    /// <summary>Whether the first input is the normalised sample itself instead of a random view of it.</summary>
    public virtual bool FirstIsSample => false;

    /// <summary>Whether a parameter keeps its first learning rate through the whole schedule.</summary>
    public virtual bool KeepsFirstRate(string parameter) => false;

    /// <summary>Called before each forward pass of training.</summary>
    /// <param name="done">Steps done of the whole schedule, counted from 0.</param>
    public virtual void BeforeStep(long done)
    {
    }

    /// <summary>Moves what follows the trained networks (a momentum encoder, a queue); called after each optimizer step.</summary>
    /// <param name="done">Steps done of the whole schedule, counted from 1.</param>
    /// <param name="steps">Steps of the whole schedule.</param>
    public virtual void AfterStep(long done, long steps)
    {
    }

    /// <param name="x1">(B, 3, H, W): the first view of each of B samples, normalised.</param>
    /// <param name="x2">(B, 3, H, W): the second view of the same samples.</param>
    /// <returns>(): the loss, a mean over the batch.</returns>
    public abstract override Tensor forward(Tensor x1, Tensor x2);
}
