namespace SimXir.Experiments;

/// <summary>What a plan and a table need to know of a method.</summary>
/// <param name="Name">The name in a spec.</param>
/// <param name="Title">The name in a table.</param>
public sealed record MethodInfo(string Name, string Title);
