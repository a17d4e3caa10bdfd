namespace SimXir.Experiments;

/// <summary>What a plan and a table need to know of a dataset.</summary>
/// <param name="Name">The name in a spec.</param>
/// <param name="Title">The name in a table.</param>
/// <param name="Classes">The number of labels, 0 to Classes - 1; null where its folder says.</param>
/// <param name="Folder">Its folder below <c>--data</c>, or null where the data ships with the program.</param>
/// <param name="IsFetched">Whether <c>simxir data fetch</c> gets it from its authors.</param>
public sealed record DatasetInfo(string Name, string Title, int? Classes, string? Folder, bool IsFetched = false);
