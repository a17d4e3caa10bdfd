using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>A manifest as it was found.</summary>
/// <param name="Manifest">What it says.</param>
/// <param name="Content">The reference of its own bytes, which identifies it.</param>
public sealed record StoredManifest(RoundManifest Manifest, PartRef Content);
