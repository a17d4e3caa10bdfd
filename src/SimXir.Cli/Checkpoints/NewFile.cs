namespace SimXir.Cli;

/// <summary>A file that a command writes: whole or not at all, and over another only where that is asked for.</summary>
public static class NewFile
{
    /// <exception cref="InputException">There is a file of that name, or no folder for it.</exception>
    public static void Refuse(string path)
    {
        if (File.Exists(path)) throw new InputException($"'{path}' is there already; name another --out, or replace it with --force");
    }

    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, byte[] content, bool force)
    {
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, path, overwrite: force);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(beside)) File.Delete(beside);
            throw new InputException($"'{path}' cannot be written ({fault.Message.TrimEnd('.')}); name another --out");
        }
    }
}
