using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A network that follows another: its parameters are an exponential moving average of the other's and get no gradient; its
/// BatchNorm buffers are its own, from its own forward passes in train mode.</summary>
internal sealed class MomentumNetwork
{
    private readonly ImmutableArray<(Parameter Mine, Parameter Others)> _pairs;

    /// <summary>Starts as an exact copy.</summary>
    /// <param name="follower">Of the same architecture as the leader.</param>
    /// <param name="leader">Trained by gradients.</param>
    public MomentumNetwork(nn.Module follower, nn.Module leader)
    {
        _pairs = [.. follower.parameters().Zip(leader.parameters())];
        using var frozen = no_grad();
        foreach (var (mine, others) in _pairs)
        {
            mine.copy_(others);
            mine.requires_grad = false;
        }
    }

    /// <summary>mine = keep mine + (1 - keep) the other's.</summary>
    public void Follow(double keep)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        foreach (var (mine, others) in _pairs) mine.Blend(keep, others, 1 - keep);
    }
}
