namespace SimXir.Testing;

/// <summary>The npm packages below <c>azurite/</c>.</summary>
internal static class AzuriteInstallation
{
    private static readonly NpmFolder Packages = new("azurite");

    public static string Folder => Packages.Path;

    public static string Program { get; } = Packages.File("azurite", "dist", "src", "blob", "main.js");

    /// <summary>Installs what is missing; null, or the reason why that cannot be.</summary>
    public static async Task<string?> EnsureAsync() => ProgramPath.Find("node") is null
        ? "Azurite needs Node.js: no 'node' on the PATH (Debian: apt install nodejs npm)"
        : await Packages.EnsureAsync("Azurite", Program);
}
