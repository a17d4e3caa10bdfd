using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>What a pretraining method is built of beside its options.</summary>
/// <param name="Encoder">A new encoder each time, with the seed's initial weights, on the device; the caller's from there on.</param>
/// <param name="Seed">Decides all initial weights.</param>
/// <param name="Device">Where it will train.</param>
public sealed record MethodSetup(Func<Backbone> Encoder, int Seed, Device Device);
