namespace SimXir.Experiments;

/// <summary>What a spec, a plan and a table need to know of a method.</summary>
/// <param name="Name">The name in a spec and in a recipe.</param>
/// <param name="Title">The name in a table.</param>
/// <param name="Defaults">The record of its options, which has them all.</param>
public sealed record MethodInfo(string Name, string Title, MethodSpec Defaults);
