using System.CommandLine;

namespace SimXir.Cli;

/// <summary>The folder of <c>--out</c> that a command writes files into; files of the same names are replaced.</summary>
public static class OutFolder
{
    public static Option<string> Option(string description) => new("--out") { Description = description, HelpName = "DIR", Required = true };

    /// <summary>Says before any work what could not be written after it.</summary>
    /// <exception cref="InputException">It is a file.</exception>
    public static void Refuse(string path)
    {
        if (File.Exists(path)) throw new InputException($"--out '{path}' is a file; name a folder, which is made where there is none");
    }

    /// <param name="folder">The folder.</param>
    /// <param name="name">Of the file, with forward slashes.</param>
    /// <param name="content">All of it.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static string Write(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        Guarded(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        NewFile.Write(path, content, force: true);
        return path;
    }

    private static void Guarded(string path, Action make)
    {
        try
        {
            make();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"--out '{path}' cannot be made ({fault.Message.TrimEnd('.')}); name another folder");
        }
    }
}
