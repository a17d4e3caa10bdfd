using System.Security.Cryptography;
using System.Text;

namespace SimXir.Testing;

/// <summary>The npm packages below <c>azurite/</c>, pinned by its package-lock.json.</summary>
internal static class AzuriteInstallation
{
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(200);

    public static string Folder { get; } = RepositoryFolder.Combine("azurite");

    public static string Program { get; } = Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "blob", "main.js");

    /// <summary>npm writes this file when it has finished.</summary>
    private static string Finished { get; } = Path.Combine(Folder, "node_modules", ".package-lock.json");

    /// <summary>Installs what is missing; null, or the reason why that cannot be.</summary>
    public static async Task<string?> EnsureAsync()
    {
        if (ProgramPath.Find("node") is null) return "Azurite needs Node.js: no 'node' on the PATH (Debian: apt install nodejs npm)";
        if (IsInstalled) return null;
        if (ProgramPath.Find("npm") is not { } npm) return "Azurite is not installed, and there is no 'npm' on the PATH (Debian: apt install npm)";

        // Test programs may run at the same time, and npm ci begins by deleting what is there.
        await using var turn = await EnterAsync();
        if (IsInstalled) return null;
        using var timeout = new CancellationTokenSource(InstallTimeout, TimeProvider.System);
        var (exitCode, output) = await ProgramPath.RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], Folder, timeout.Token);
        return exitCode == 0 ? null : $"'npm ci' below azurite/ failed with exit code {exitCode}: {output.Trim()}";
    }

    private static bool IsInstalled => File.Exists(Finished) && File.Exists(Program);

    private static async Task<FileStream> EnterAsync()
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folder)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"simxir-azurite-{id}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockPause);
            }
        }
    }
}
