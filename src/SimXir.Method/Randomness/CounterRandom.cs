namespace SimXir.Method;

/// <summary>Random numbers as a pure function of (seed, stream, round, epoch, sample, view, draw): nothing that ran before has any
/// influence, so a run that was killed and resumed, or spread over other threads, draws the same numbers.</summary>
/// <remarks>The coordinates fill Philox's key and counter side by side, so different coordinates never share a number. The only state
/// is the number of the next draw; a copy of the struct repeats the draws of its original. Nothing is allocated.</remarks>
public ref struct CounterRandom
{
    /// <summary>Rounds are counted in 24 bits of the key, below the stream.</summary>
    public const int MaxRound = (1 << 24) - 1;

    private const int WordsPerBlock = 4;
    private const double Double53 = 1.0 / (1L << 53);
    private const float Single24 = 1f / (1 << 24);

    private readonly uint _key0, _key1, _view, _sample, _epoch;
    private uint _block;
    private int _taken;
    private Philox4x32 _words;

    /// <param name="seed">The replicate.</param>
    /// <param name="stream">The use.</param>
    /// <param name="epoch">The epoch, or another major index of the use.</param>
    /// <param name="sample">The image, or another minor index of the use.</param>
    /// <param name="view">Which view of the image.</param>
    /// <param name="round">0 for pretraining, t for round t of Algorithm 1; 0 to <see cref="MaxRound"/>.</param>
    public CounterRandom(int seed, RandomStream stream, int epoch = 0, int sample = 0, int view = 0, int round = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(round);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(round, MaxRound);
        _key0 = (uint)seed;
        _key1 = ((uint)stream << 24) | (uint)round;
        (_view, _sample, _epoch) = ((uint)view, (uint)sample, (uint)epoch);
        _taken = WordsPerBlock;
    }

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_taken == WordsPerBlock)
        {
            _words = new Philox4x32(_block++, _view, _sample, _epoch).Encrypt(_key0, _key1);
            _taken = 0;
        }

        return _taken++ switch { 0 => _words.X0, 1 => _words.X1, 2 => _words.X2, _ => _words.X3 };
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-24: one draw.</summary>
    public float NextSingle() => (NextUInt32() >> 8) * Single24;

    /// <summary>Uniform in [0, 1), a multiple of 2^-53: two draws.</summary>
    public double NextDouble() => ((((ulong)NextUInt32() << 32) | NextUInt32()) >> 11) * Double53;

    /// <summary>Uniform in 0 to n - 1, without bias (Lemire, "Fast random integer generation in an interval", 2019).</summary>
    public int NextBelow(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var range = (uint)n;
        var product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            var threshold = (0u - range) % range;
            while ((uint)product < threshold) product = (ulong)NextUInt32() * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>Standard normal (Box and Muller's cosine): four draws.</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>0 to n - 1 in uniformly random order (Fisher and Yates).</summary>
    public int[] Permutation(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var order = new int[n];
        for (var i = 0; i < n; i++)
        {
            var j = NextBelow(i + 1);
            order[i] = order[j];
            order[j] = i;
        }

        return order;
    }
}
