using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>An encoder's weights in a store.</summary>
/// <param name="What">Whose they are, such as <c>mini/cifar10/simsiam/0/simxir</c> or <c>import mine</c>.</param>
/// <param name="Round">The round that made them.</param>
/// <param name="Backbone">What they are the weights of.</param>
/// <param name="Part">Their bytes: a safetensors file with torchvision's names.</param>
public sealed record StoredWeights(string What, RoundKey Round, BackboneSpec Backbone, PartRef Part);
