namespace SimXir.Experiments;

/// <summary>Where a round ran. Bit-exactness is promised for the same device kind and thread count.</summary>
/// <param name="Device">cpu or cuda.</param>
/// <param name="Threads">Torch threads of the slot.</param>
/// <param name="Host">The machine's name.</param>
/// <param name="Torch">libtorch's version.</param>
/// <param name="Program">SimXir's version.</param>
public sealed record RunEnvironment(string Device, int Threads, string Host, string Torch, string Program);
