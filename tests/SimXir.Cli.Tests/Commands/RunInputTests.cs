using SimXir.Experiments;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class RunInputTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Spec_WithThreeFaults_IsToldOfAllAtOnce()
    {
        var spec = Spec.WriteTo(_folder.Path, """
            name: three
            datasets: [fashion-mnist-sample]
            methods: [simsam]
            seeds: [0]
            pretrain: { epochs: -3, batch: 64 }
            colour: blue

            """);

        string[] keys = ["backbone", "datasets", "evaluate", "finetune", "images", "limits", "methods", "name", "needs", "precision", "preempt", "pretrain", "priority", "seeds", "subset", "treatments", "views", "weight"];
        Refusal.Assert(await RunAsync(spec), $"""
            spec.yaml has 3 faults:
              line 3: methods[0]: unknown method 'simsam'; known: {string.Join(", ", Catalog.Methods.Keys)}. Did you mean 'simsiam'?
              line 5: pretrain.epochs: -3 is out of range; allowed 1 to 100000.
              line 6: 'colour' is no key of a spec; keys: {string.Join(", ", keys.Concat(Catalog.Methods.Keys).Order(StringComparer.Ordinal))}.
            """);
    }

    [Fact]
    public async Task Spec_ThatIsNeitherFileNorBuiltIn_IsRefused() => Refusal.Assert(
        await RunAsync("quickstrat"),
        "'quickstrat': there is no such file, and no built-in spec of that name; built in: imagenet, mini-paper, paper, quickstart. Did you mean 'quickstart'?");

    [Fact]
    public async Task Batch_LargerThanTheData_IsRefused()
    {
        var small = Spec.WriteTo(_folder.Path, Spec.Tiny.Replace("batch: 64", "batch: 257", StringComparison.Ordinal), "small.yaml");
        var whole = Spec.WriteTo(_folder.Path, Spec.Tiny.Replace("batch: 64", "batch: 30000", StringComparison.Ordinal).Replace("subset: { train: 256, test: 128 }", "", StringComparison.Ordinal), "whole.yaml");

        Refusal.Assert(await RunAsync(small), """
            small.yaml has 1 fault:
              line 9: pretrain.batch: 257 is more than subset.train; allowed are at most 256. Lower the batch: the last, smaller batch of an epoch is dropped, so no step would be left.
            """);
        Refusal.Assert(await RunAsync(whole), "pretrain.batch 30000 is larger than the ", ": lower the batch or raise subset.train");
    }

    [Fact]
    public async Task DataFolder_ThatIsMissing_IsRefused()
    {
        var spec = Spec.WriteTo(_folder.Path, Spec.Tiny.Replace("fashion-mnist-sample", "cifar10", StringComparison.Ordinal));

        Refusal.Assert(await RunAsync(spec), "dataset 'cifar10' needs the folder 'cifar-10-batches-bin'", "no data folder is set: name the one that holds it with --data DIR (get https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz and unpack it there, as 'simxir data fetch cifar10 --data DIR' does); nor is it in the store, where 'simxir data push' would put it from a machine that has it");
        Refusal.Assert(await RunAsync(spec, "--data", _folder.Combine("nowhere")), "dataset 'cifar10' needs the folder 'cifar-10-batches-bin'", $"the data folder '{_folder.Combine("nowhere")}' (--data) does not exist; nor is it in the store, where 'simxir data push' would put it from a machine that has it");
    }

    [Fact]
    public async Task CifarBatch_ThatIsTruncated_IsRefused()
    {
        var spec = Spec.WriteTo(_folder.Path, Spec.Tiny.Replace("fashion-mnist-sample", "cifar10", StringComparison.Ordinal));
        var batches = Directory.CreateDirectory(_folder.Combine("cifar-10-batches-bin")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(batches, "data_batch_1.bin"), new byte[(3073 * 300) - 73], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(batches, "test_batch.bin"), new byte[3073 * 200], TestContext.Current.CancellationToken);

        Refusal.Assert(await RunAsync(spec, "--data", _folder.Path), $"'{Path.Combine(batches, "data_batch_1.bin")}'", "");
    }

    [Fact]
    public async Task MatFile_WithoutX_IsRefused()
    {
        var spec = Spec.WriteTo(_folder.Path, Spec.Tiny.Replace("fashion-mnist-sample", "svhn", StringComparison.Ordinal));
        Directory.CreateDirectory(_folder.Combine("svhn"));
        foreach (var name in new[] { "train_32x32.mat", "test_32x32.mat" })
            await File.WriteAllBytesAsync(_folder.Combine("svhn", name), LabelsAlone(), TestContext.Current.CancellationToken);

        Refusal.Assert(await RunAsync(spec, "--data", _folder.Path), $"'{_folder.Combine("svhn", "train_32x32.mat")}'", "");
    }

    [Fact]
    public async Task Store_ThatCannotBeWritten_IsRefused()
    {
        var file = Spec.WriteTo(_folder.Path, Spec.Tiny);

        Refusal.Assert(
            await SimXirProcess.RunAsync("run", file, "--store", file),
            $"store '{file}' is a file; name a directory, which is made if it is missing");
        Refusal.Assert(
            await SimXirProcess.RunAsync("run", file, "--store", Path.Combine(file, "below")),
            $"store '{Path.Combine(file, "below")}' cannot be a directory, because '{file}' is a file; name a directory, which is made if it is missing");
    }

    private Task<SimXirResult> RunAsync(string spec, params string[] more) => SimXirProcess.RunAsync(["run", spec, "--store", _folder.Combine("store"), .. more]);

    /// <summary>A MAT-file of version 5 that holds y, a column of two bytes, and no X.</summary>
    private static byte[] LabelsAlone() =>
    [
        .. "MATLAB 5.0 MAT-file, written by a test".PadRight(124).Select(letter => (byte)letter), 0, 1, (byte)'I', (byte)'M',
        14, 0, 0, 0, 48, 0, 0, 0, // a matrix of 48 bytes
        6, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, // of unsigned bytes
        5, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, // 2 by 1
        1, 0, 1, 0, (byte)'y', 0, 0, 0,
        2, 0, 2, 0, 1, 2, 0, 0,
    ];
}
