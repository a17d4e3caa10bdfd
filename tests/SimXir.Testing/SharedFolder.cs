using Xunit;

namespace SimXir.Testing;

/// <summary>Real data and reference vectors that stand beside the checkout, in <c>../shared</c>, and are no part of it.</summary>
public static class SharedFolder
{
    /// <summary>Names another place for it.</summary>
    public const string Variable = "SIMXIR_SHARED";

    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Path
    {
        get
        {
            var path = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
                ? given
                : System.IO.Path.GetFullPath(RepositoryFolder.Combine("..", "shared"));
            return Directory.Exists(path) ? path : null;
        }
    }

    /// <summary>A file or folder below it; skips the test, with the reason, where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        Assert.SkipWhen(Path is null, $"there is no folder 'shared' beside the checkout, and {Variable} names none");
        var path = System.IO.Path.Combine([Path!, .. parts]);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"the shared folder has no '{string.Join('/', parts)}'");
        return path;
    }
}
