using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>What chance decided for the views of a batch, as numbers that the whole batch is computed with: one row a view.</summary>
/// <remarks>Brightness, contrast and saturation are one operation with different weights, the blend f x + m mean(gray(x)) + g gray(x):
/// (f, m, g) is (f, 0, 0), (f, 1 - f, 0) and (f, 0, 1 - f), and (1, 0, 0) changes nothing. So each of the 24 orders is three blends, the
/// turn of the hue, and three blends, of which some change nothing, and images of all orders go through the same
/// operations.</remarks>
internal sealed class DrawTable(int capacity) : IDisposable
{
    public const int BlendsBeforeHue = JitterOrder.Steps - 1;
    public const int Blends = 2 * BlendsBeforeHue;

    private const int Columns = (int)DrawColumn.Count;

    private readonly Tensor _rows = empty(capacity, Columns).DetachFromDisposeScope();

    /// <summary>The draws of one view of each sample.</summary>
    /// <param name="spec">The recipe.</param>
    /// <param name="key">Which views.</param>
    /// <param name="samples">(B), at most the capacity.</param>
    /// <param name="side">Of the images.</param>
    /// <param name="device">Where they are used.</param>
    /// <returns>Valid until the next call.</returns>
    public BatchDraws Draw(ViewSpec spec, in ViewKey key, ReadOnlySpan<int> samples, int side, Device device)
    {
        var rows = TensorMemory.Floats(_rows);
        for (var i = 0; i < samples.Length; i++) Write(ViewDraw.Of(spec, key, samples[i], side), rows.Slice(i * Columns, Columns));
        return new BatchDraws(_rows.narrow(0, 0, samples.Length).to(device));
    }

    public void Dispose() => _rows.Dispose();

    private static void Write(in ViewDraw draw, Span<float> row)
    {
        row[(int)DrawColumn.Top] = draw.Box.Top;
        row[(int)DrawColumn.Height] = draw.Box.Height;
        row[(int)DrawColumn.Left] = draw.Box.Left;
        row[(int)DrawColumn.Width] = draw.Box.Width;
        row[(int)DrawColumn.Flip] = draw.Flip ? 1 : 0;
        row[(int)DrawColumn.Hue] = draw.Jitter ? draw.Hue : 0;
        row[(int)DrawColumn.Gray] = draw.Gray ? 1 : 0;
        row[(int)DrawColumn.BlurSigma] = draw.BlurSigma;
        for (var blend = 0; blend < Blends; blend++) WriteBlend(row, blend, 1, 0, 0);
        if (draw.Jitter) WriteBlends(draw, row);
    }

    private static void WriteBlends(in ViewDraw draw, Span<float> row)
    {
        var blend = 0;
        for (var place = 0; place < JitterOrder.Steps; place++)
        {
            switch (draw.Order[place])
            {
                case JitterStep.Brightness: WriteBlend(row, blend++, draw.Brightness, 0, 0); break;
                case JitterStep.Contrast: WriteBlend(row, blend++, draw.Contrast, 1 - draw.Contrast, 0); break;
                case JitterStep.Saturation: WriteBlend(row, blend++, draw.Saturation, 0, 1 - draw.Saturation); break;
                case JitterStep.Hue: blend = BlendsBeforeHue; break;
            }
        }
    }

    private static void WriteBlend(Span<float> row, int blend, float factor, float mean, float gray)
    {
        row[(int)DrawColumn.Factors + blend] = factor;
        row[(int)DrawColumn.Means + blend] = mean;
        row[(int)DrawColumn.Grays + blend] = gray;
    }
}
