namespace SimXir.Method.Tests;

/// <summary>The folder with real data and reference vectors that stands beside the checkout's folder; tests that need it skip where it
/// is absent.</summary>
internal static class SharedFolder
{
    public static string Require(params string[] parts)
    {
        var path = Path.Combine([Root() ?? "", .. parts]);
        Assert.SkipUnless(
            Path.Exists(path),
            $"needs {string.Join('/', parts)} of the shared folder (../shared beside the checkout, or SIMXIR_SHARED)");
        return path;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("SIMXIR_SHARED") is { Length: > 0 } set) return set;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SimXir.sln"))) folder = folder.Parent;
        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
    }
}
