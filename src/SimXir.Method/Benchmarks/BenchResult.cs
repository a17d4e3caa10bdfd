using System.Text.Json.Nodes;

namespace SimXir.Method;

/// <summary>One figure of the user's own machine, as <c>simxir bench</c> prints it.</summary>
/// <param name="Name">What was measured, such as <c>knn</c>.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit, such as <c>s</c> or <c>views/s</c>.</param>
/// <param name="Config">The settings that it holds for, and further figures of the same run.</param>
public sealed record BenchResult(string Name, double Value, string Unit, JsonObject Config);
