using SimXir.Testing;

namespace SimXir.Method.Tests;

/// <summary>A folder with a copy of the vectors that ship with the program, to be changed.</summary>
internal sealed class Vectors : IDisposable
{
    private readonly TempDirectory _folder = new();

    public Vectors()
    {
        foreach (var path in Directory.GetFiles(RepositoryFolder.Combine("src", "SimXir.Method", "SelfTests", "Vectors")))
            File.Copy(path, PathOf(Path.GetFileName(path)));
    }

    public string FolderPath => _folder.Path;

    public ReferenceFolder Folder => ReferenceFolder.At(_folder.Path);

    public string PathOf(string file) => _folder.Combine(file);

    /// <summary>Adds a hundredth, or 1 to a whole number, to the first number of each of the tensors.</summary>
    public void Perturb(string name, IEnumerable<string> tensors) => Change(name, file => file with
    {
        Tensors = file.Tensors.SetItems(tensors.Select(tensor => KeyValuePair.Create(tensor, Perturbed(file.Tensors[tensor])))),
    });

    public void Change(string name, Func<TensorFile, TensorFile> change)
    {
        var path = PathOf($"{name}.safetensors");
        File.WriteAllBytes(path, SafetensorsWriter.Write(change(SafetensorsReader.Read(File.ReadAllBytes(path)))));
    }

    public void Dispose() => _folder.Dispose();

    private static StoredTensor Perturbed(StoredTensor tensor)
    {
        var data = tensor.Data.ToArray();
        var moved = tensor.Type == ElementType.I64
            ? BitConverter.GetBytes(BitConverter.ToInt64(data) + 1)
            : BitConverter.GetBytes(BitConverter.ToSingle(data) + 0.01f);
        moved.CopyTo(data, 0);
        return tensor with { Data = data };
    }
}
