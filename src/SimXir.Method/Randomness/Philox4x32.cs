using System.Runtime.CompilerServices;

namespace SimXir.Method;

/// <summary>Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011): a keyed
/// bijection of 128-bit counters whose outputs pass BigCrush.</summary>
internal readonly record struct Philox4x32(uint X0, uint X1, uint X2, uint X3)
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The four random words of this counter under the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Philox4x32 Encrypt(uint key0, uint key1)
    {
        var (x0, x1, x2, x3) = this;
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * x0;
            var product1 = (ulong)Multiplier1 * x2;
            (x0, x1, x2, x3) = ((uint)(product1 >> 32) ^ x1 ^ key0, (uint)product1, (uint)(product0 >> 32) ^ x3 ^ key1, (uint)product0);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return new Philox4x32(x0, x1, x2, x3);
    }
}
