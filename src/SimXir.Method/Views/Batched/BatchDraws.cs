using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The rows of a <see cref="DrawTable"/> on the device that they are used on.</summary>
/// <param name="Rows">(B, <see cref="DrawColumn.Count"/>).</param>
internal readonly record struct BatchDraws(Tensor Rows)
{
    /// <returns>(B, 1, 1, 1): one number a view, as factors of images are.</returns>
    public Tensor this[DrawColumn column] => Rows.narrow(1, (long)column, 1).view(-1, 1, 1, 1);
}
