namespace SimXir.Method;

/// <summary>Files of reference vectors, computed with PyTorch, torchvision and scikit-learn: a directory's, or those that ship with the
/// program.</summary>
public sealed class ReferenceFolder
{
    private const string Prefix = "reference/";

    private readonly Func<string, byte[]> _read;

    private ReferenceFolder(string description, Func<string, byte[]> read) => (Description, _read) = (description, read);

    /// <summary>The small set inside the program; tests/reference/make_vectors.py made it.</summary>
    public static ReferenceFolder BuiltIn { get; } = new("the built-in vectors", ReadBuiltIn);

    /// <summary>Where the files come from, in a sentence.</summary>
    public string Description { get; }

    public static ReferenceFolder At(string path) => Directory.Exists(path)
        ? new ReferenceFolder(path, file => ReadFile(path, file))
        : throw new ReferenceException($"there is no folder '{path}'; name one that holds reference vectors, or leave --reference out");

    /// <summary>A whole file.</summary>
    public byte[] Read(string file) => _read(file);

    /// <summary>A safetensors file, by its name without the ending.</summary>
    public ReferenceTensors Tensors(string name)
    {
        var file = $"{name}.safetensors";
        try
        {
            return new ReferenceTensors(file, SafetensorsReader.Read(Read(file)));
        }
        catch (CheckpointException fault)
        {
            throw new ReferenceException($"{file} in {Description} is broken: {fault.Message}", fault);
        }
    }

    private static byte[] ReadFile(string folder, string file)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw fault is FileNotFoundException
                ? new ReferenceException($"the folder '{folder}' has no {file}", fault)
                : new ReferenceException($"{file} in {folder} cannot be read: {fault.Message}", fault);
        }
    }

    private static byte[] ReadBuiltIn(string file)
    {
        using var stream = typeof(ReferenceFolder).Assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new ReferenceException($"the built-in vectors have no {file}");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
