using System.Security.Cryptography;
using System.Text;

namespace SimXir.Testing;

/// <summary>A folder of this repository with npm packages, pinned by its package-lock.json, which the tests install by themselves.</summary>
public sealed class NpmFolder(params string[] parts)
{
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(200);

    public string Path { get; } = RepositoryFolder.Combine(parts);

    /// <summary>A file of an installed package.</summary>
    public string File(params string[] parts) => System.IO.Path.Combine([Path, "node_modules", .. parts]);

    /// <summary>Installs what is missing; null, or the reason why that cannot be.</summary>
    /// <param name="what">For that reason.</param>
    /// <param name="needed">A file that must be there.</param>
    public async Task<string?> EnsureAsync(string what, string needed)
    {
        if (IsInstalled(needed)) return null;
        if (ProgramPath.Find("npm") is not { } npm) return $"{what} is not installed, and there is no 'npm' on the PATH (Debian: apt install npm)";

        // Test programs may run at the same time, and npm ci begins by deleting what is there.
        await using var turn = await EnterAsync();
        if (IsInstalled(needed)) return null;
        using var timeout = new CancellationTokenSource(InstallTimeout, TimeProvider.System);
        var (exitCode, output) = await ProgramPath.RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], Path, timeout.Token);
        return exitCode == 0 ? null : $"'npm ci' below {System.IO.Path.GetFileName(Path)}/ failed with exit code {exitCode}: {output.Trim()}";
    }

    /// <summary>npm writes its own list when it has finished.</summary>
    private bool IsInstalled(string needed) => System.IO.File.Exists(File(".package-lock.json")) && System.IO.File.Exists(needed);

    private async Task<FileStream> EnterAsync()
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)))[..16];
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"simxir-npm-{id}.lock");
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
