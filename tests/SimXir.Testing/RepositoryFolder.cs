namespace SimXir.Testing;

/// <summary>The checkout that the tests were built in.</summary>
public static class RepositoryFolder
{
    private static readonly Lazy<string> Root = new(Find);

    /// <summary>The folder that holds SimXir.sln.</summary>
    public static string Path => Root.Value;

    /// <summary>A path below it.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SimXir.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException(
            $"no folder above '{AppContext.BaseDirectory}' holds SimXir.sln; run the tests from a checkout");
    }
}
