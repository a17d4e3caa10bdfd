using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A network that follows another: its parameters are an exponential moving average of the other's and get no gradient; its
/// BatchNorm buffers are its own, from its own forward passes in train mode.</summary>
internal static class MomentumNetwork
{
    /// <summary>Starts as an exact copy.</summary>
    public static void Start(nn.Module follower, nn.Module leader)
    {
        using var frozen = no_grad();
        foreach (var (mine, others) in Pairs(follower, leader))
        {
            mine.copy_(others);
            mine.requires_grad = false;
        }
    }

    /// <summary>mine = keep mine + (1 - keep) the other's.</summary>
    public static void Follow(nn.Module follower, nn.Module leader, double keep)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using Scalar kept = keep, rest = 1 - keep;
        foreach (var (mine, others) in Pairs(follower, leader)) mine.mul_(kept).add_(others, alpha: rest);
    }

    private static IEnumerable<(TorchSharp.Modules.Parameter Mine, TorchSharp.Modules.Parameter Others)> Pairs(nn.Module follower, nn.Module leader) =>
        follower.parameters().Zip(leader.parameters());
}
