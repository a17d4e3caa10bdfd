using Orleans.Placement;

namespace SimXir.Grid;

/// <inheritdoc cref="SiloPinnedPlacement"/>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SiloPinnedPlacementAttribute() : PlacementAttribute(new SiloPinnedPlacement());
