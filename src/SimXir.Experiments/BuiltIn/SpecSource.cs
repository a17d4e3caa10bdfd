using System.Text;

namespace SimXir.Experiments;

/// <summary>Finds the spec that a command names.</summary>
public static class SpecSource
{
    /// <summary>Reads a file that exists, else the built-in spec of that name.</summary>
    /// <exception cref="SpecException">There is neither, the file cannot be read, or it is no spec.</exception>
    public static LoadedSpec Load(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (File.Exists(nameOrPath)) return Loaded(Text(nameOrPath), Path.GetFileName(nameOrPath));
        if (BuiltInSpecs.TryFindYaml(nameOrPath) is { } builtIn) return Loaded(builtIn, nameOrPath);
        throw new SpecException(
            $"'{FaultList.Shown(nameOrPath)}'",
            Directory.Exists(nameOrPath) ? "this is a folder, not a spec" : "there is no such file, and no built-in spec of that name",
            "built in: " + string.Join(", ", BuiltInSpecs.Names),
            Nearest.Find(nameOrPath, BuiltInSpecs.Names) is { } near ? $"Did you mean '{near}'?" : "Give a YAML file or one of these names.");
    }

    /// <summary>A spec whose text was read elsewhere.</summary>
    /// <exception cref="SpecException">It is no spec.</exception>
    public static LoadedSpec Loaded(string yaml, string name) => new(SpecReader.Read(yaml, name), yaml, name);

    private static string Text(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path).Length is var bytes and > SpecReader.MaxBytes) throw SpecReader.TooLarge(name, bytes);
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new SpecException(name, "this is no text", "a spec is YAML, encoded as UTF-8", "Save it as UTF-8.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SpecException(
                name,
                $"it cannot be read ({fault.Message.TrimEnd('.')})",
                "a spec is a file that you may read",
                "Check its permissions.");
        }
    }
}
