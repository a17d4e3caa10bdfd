namespace SimXir.Method;

/// <summary>Reading what PyTorch saved: halves, views, strides, shared storages, empty and scalar tensors.</summary>
/// <param name="file">The file's name without its ending.</param>
/// <param name="format">The format that it is to be taken for.</param>
internal sealed class CheckpointChecks(string file, CheckpointFormat format) : IReferenceChecks
{
    private const string StateDict = "state_dict/";

    public string File => file;

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        var expected = folder.Tensors("checkpoint_values");
        var checkpoint = Read(folder);
        var found = checkpoint.Content.Under(StateDict);
        checks.Expect("format", checkpoint.Format == format ? null : $"it is taken for {checkpoint.Format}, which it is not");
        var more = string.Join(", ", found.Keys.Except(expected.Names));
        checks.Expect("names", more.Length == 0 ? null : $"it has {more} as well");
        foreach (var name in expected.Names)
        {
            using var values = expected.Tensor(name);
            using var read = found.GetValueOrDefault(name)?.ToTensor();
            checks.Compare(name, values, read, Tolerance.None);
        }
    }

    private CheckpointFile Read(ReferenceFolder folder)
    {
        try
        {
            return CheckpointFile.Read(folder.Read($"{file}.pth"), $"{file}.pth");
        }
        catch (CheckpointException fault)
        {
            throw new ReferenceException($"{file}.pth in {folder.Description} cannot be read: {fault.Message}", fault);
        }
    }
}
