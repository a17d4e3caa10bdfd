using SimXir.Method;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>A folder with a copy of the vectors that ship with the program, to be changed.</summary>
public sealed class Vectors : IDisposable
{
    private readonly TempDirectory _folder = new();

    public Vectors()
    {
        foreach (var path in Directory.GetFiles(Source)) File.Copy(path, PathOf(System.IO.Path.GetFileName(path)));
    }

    public static string Source => RepositoryFolder.Combine("src", "SimXir.Method", "SelfTests", "Vectors");

    public string Path => _folder.Path;

    public string PathOf(string file) => _folder.Combine(file);

    /// <summary>Flips the highest bit of a tensor's last byte: the sign of its last number.</summary>
    public void Negate(string name, string tensor) => Change(name, file =>
    {
        var data = file.Tensors[tensor].Data.ToArray();
        data[^1] ^= 0x80;
        return file with { Tensors = file.Tensors.SetItem(tensor, file.Tensors[tensor] with { Data = data }) };
    });

    public void Change(string name, Func<TensorFile, TensorFile> change)
    {
        var path = PathOf($"{name}.safetensors");
        File.WriteAllBytes(path, SafetensorsWriter.Write(change(SafetensorsReader.Read(File.ReadAllBytes(path)))));
    }

    public void Dispose() => _folder.Dispose();
}
