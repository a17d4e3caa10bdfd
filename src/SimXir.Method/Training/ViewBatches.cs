using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The two inputs of each step, drawn straight into one tensor that all steps share.</summary>
/// <remarks>Drawn by the training thread itself, between steps: it is under 1 % of a step of the narrowest backbone in use, and a thread
/// that drew ahead would take a core from the step that it means to overlap.</remarks>
internal sealed class ViewBatches : IDisposable
{
    private readonly TrainingPlan _plan;
    private readonly ScalarType _type;
    private readonly Tensor _views;

    public ViewBatches(TrainingPlan plan)
    {
        (_plan, _type) = (plan, Bf16.TypeOf(plan.Precision));
        _views = empty([2, plan.Batch, ImageSet.Channels, ImageSet.Height, ImageSet.Width]).DetachFromDisposeScope();
    }

    /// <param name="samples">(B): numbers of images.</param>
    /// <param name="epoch">Counted from 0.</param>
    /// <returns>(B, 3, 32, 32) each, on the device and in the plan's precision; overwritten by the next call.</returns>
    public (Tensor X1, Tensor X2) Draw(ReadOnlySpan<int> samples, int epoch)
    {
        var memory = TensorMemory.Floats(_views);
        var half = memory.Length / 2;
        if (_plan.Method.FirstIsSample) _plan.Renderer.RenderPlain(_plan.Images, samples, memory[..half]);
        else _plan.Renderer.Render(_plan.Images, samples, new ViewKey(_plan.Seed, epoch, 0, _plan.Round), memory[..half], _plan.Threads);
        _plan.Renderer.Render(_plan.Images, samples, new ViewKey(_plan.Seed, epoch, 1, _plan.Round), memory[half..], _plan.Threads);
        return (Input(_views[0]), Input(_views[1]));
    }

    public void Dispose() => _views.Dispose();

    private Tensor Input(Tensor views) => ChannelsLast.Of(views.to(_plan.Device).to_type(_type));
}
