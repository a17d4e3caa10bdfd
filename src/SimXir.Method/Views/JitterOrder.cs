namespace SimXir.Method;

/// <summary>One of the 24 orders of the four jitter operations, two bits a place.</summary>
internal readonly record struct JitterOrder(byte Packed)
{
    public const int Steps = 4;
    public const int Count = 24;

    private static readonly JitterOrder[] All = [.. Enumerable.Range(0, Count).Select(Build)];

    public JitterStep this[int place] => (JitterStep)((Packed >> (2 * place)) & 3);

    /// <summary>The order of the given number, 0 to 23.</summary>
    public static JitterOrder Of(int number) => All[number];

    private static JitterOrder Build(int number)
    {
        List<int> left = [0, 1, 2, 3];
        var packed = 0;
        for (var place = 0; place < Steps; place++)
        {
            var choice = number % left.Count;
            number /= left.Count;
            packed |= left[choice] << (2 * place);
            left.RemoveAt(choice);
        }

        return new JitterOrder((byte)packed);
    }
}
