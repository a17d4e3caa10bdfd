namespace SimXir.Method;

/// <summary>A Python global on the list of what a checkpoint may name. Nothing of Python runs: each stands for an action of
/// <see cref="PickleCalls"/>.</summary>
/// <param name="Name">Its full name in Python.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Type">Of a storage or a dtype.</param>
internal sealed record PickleGlobal(string Name, PickleGlobalKind Kind, ElementType? Type = null);
