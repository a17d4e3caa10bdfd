namespace SimXir.Worker;

/// <summary>Where a machine keeps the datasets that came out of stores, for all processes on it.</summary>
public static class DatasetCacheFolder
{
    public const string Variable = "SIMXIR_CACHE";

    /// <summary>What the variable names, or else <c>simxir</c> below the user's cache folder.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? given
        : System.IO.Path.Combine(UserCache(), "simxir");

    private static string UserCache()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given) return given;
        return Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? System.IO.Path.Combine(home, ".cache") : System.IO.Path.GetTempPath();
    }
}
