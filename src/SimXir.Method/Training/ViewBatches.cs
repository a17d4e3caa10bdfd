using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The two inputs of each step.</summary>
/// <remarks>On a CPU they are drawn by the training thread itself, between steps: it is under 1 % of a step of the narrowest backbone in
/// use, and a thread that drew ahead would take a core from the step that it means to overlap.</remarks>
internal sealed class ViewBatches(TrainingPlan plan) : IDisposable
{
    private readonly ViewSource _source = ViewSource.Of(plan.Renderer, plan.Images, plan.Device, plan.Threads);
    private readonly ScalarType _type = Bf16.TypeOf(plan.Precision);

    /// <param name="samples">(B): numbers of images.</param>
    /// <param name="epoch">Counted from 0.</param>
    /// <returns>(B, 3, S, S) each, on the device and in the plan's precision, channels last.</returns>
    public (Tensor X1, Tensor X2) Draw(ReadOnlySpan<int> samples, int epoch)
    {
        var second = new ViewKey(plan.Seed, epoch, View: 1, plan.Round);
        var x1 = plan.Method.FirstIsSample ? _source.Images(samples) : _source.Views(samples, second with { View = 0 });
        return (x1.to_type(_type), _source.Views(samples, second).to_type(_type));
    }

    public void Dispose() => _source.Dispose();
}
