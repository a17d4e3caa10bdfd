namespace SimXir.Method;

/// <summary>The weights of a resize along one axis by a triangle, for the outputs that a crop keeps.</summary>
internal sealed class TriangleAxis
{
    /// <summary>Weights are whole numbers, of which the sum is 2^22: times a byte and added up they fit into 31 bits.</summary>
    public const int Bits = 22;

    private readonly int[] _weights;

    private TriangleAxis(int outputs, int taps) => (First, Taps, _weights) = (new int[outputs], taps, new int[outputs * taps]);

    /// <summary>The first input of each output.</summary>
    public int[] First { get; }

    /// <summary>How many inputs each output has, from its first on.</summary>
    public int Taps { get; }

    public ReadOnlySpan<int> WeightsOf(int output) => _weights.AsSpan(output * Taps, Taps);

    /// <param name="length">Of the axis.</param>
    /// <param name="resized">What it becomes.</param>
    /// <param name="start">The first output that is kept.</param>
    /// <param name="count">How many are kept.</param>
    public static TriangleAxis Of(int length, int resized, int start, int count)
    {
        var scale = (double)length / resized;
        var reach = Math.Max(scale, 1);
        var axis = new TriangleAxis(count, Math.Min(length, (int)Math.Ceiling(reach) * 2 + 1));
        Span<double> parts = new double[axis.Taps];
        for (var output = 0; output < count; output++)
        {
            var centre = (start + output + 0.5) * scale;
            var from = Math.Max(0, (int)(centre - reach + 0.5));
            var to = Math.Min(length, (int)(centre + reach + 0.5));
            var sum = 0.0;
            for (var input = from; input < to; input++) sum += parts[input - from] = Math.Max(0, 1 - Math.Abs((input + 0.5 - centre) / reach));

            // Outputs at the end have fewer inputs: they begin earlier, with weights of 0.
            var shift = Math.Max(0, from + axis.Taps - length);
            axis.First[output] = from - shift;
            for (var input = from; input < to; input++)
                axis._weights[(output * axis.Taps) + shift + input - from] = (int)Math.Round(parts[input - from] / sum * (1 << Bits), MidpointRounding.AwayFromZero);
        }
        return axis;
    }
}
