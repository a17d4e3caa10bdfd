using System.Security.Cryptography;
using System.Text.Json;
using SimXir.Method;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class CheckpointTests(FinishedSweep finished) : IDisposable
{
    private const string Cell = "blocks/fashion-mnist-sample/simsiam/0/baseline";
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Inspect_SmallFile_TellsAllThatIsInIt()
    {
        var file = await WriteAsync("small.safetensors", TensorFile.Of(
            [new("conv1.weight", new StoredTensor(ElementType.F32, [1, 2], new byte[8])), new("n", new StoredTensor(ElementType.BF16, [], new byte[2]))],
            [new("note", "two\nlines")]));
        var content = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));

        Assert.Equal(
            new SimXirResult(0, $"""
                small.safetensors: safetensors, {content.Length} bytes, 2 tensors
                  sha256    {hash}
                  backbone  none
                tensors
                  conv1.weight  F32   [1, 2]
                  n             BF16  []
                beside them
                  note          two?lines

                """, ""),
            await SimXirProcess.RunAsync("checkpoint", "inspect", file));
        Assert.Equal(
            new SimXirResult(0, $$$"""
                {"file":"small.safetensors","format":"safetensors","bytes":{{{content.Length}}},"sha256":"{{{hash}}}","tensors":[{"name":"conv1.weight","dtype":"F32","shape":[1,2]},{"name":"n","dtype":"BF16","shape":[]}],"texts":{"note":"two\nlines"}}

                """, ""),
            await SimXirProcess.RunAsync("checkpoint", "inspect", file, "--json"));
    }

    [Fact]
    public async Task Inspect_PythonsFiles_NamesFormatAndBackboneOrTheGlobal()
    {
        var result = await SimXirProcess.RunAsync("checkpoint", "inspect", SharedFolder.Require("reference", "checkpoint_legacy.pth"), "--json");
        using var json = JsonDocument.Parse(result.Output);
        var backbone = json.RootElement.GetProperty("backbone");
        Assert.Equal("pytorch-legacy", json.RootElement.GetProperty("format").GetString());
        Assert.Equal(("resnet18", 64, "imagenet"), (backbone.GetProperty("arch").GetString(), backbone.GetProperty("width").GetInt32(), backbone.GetProperty("stem").GetString()));
        Assert.False(backbone.GetProperty("whole").GetBoolean());
        Assert.Contains("85 of the 100 tensors that it needs are missing", backbone.GetProperty("fault").GetString(), StringComparison.Ordinal);

        var hostile = SharedFolder.Require("reference", "checkpoint_hostile.pth");
        foreach (var command in (string[][])[["inspect", hostile], ["import", hostile, "--name", "x", "--store", _folder.Combine("store")]])
            Refusal.Assert(await SimXirProcess.RunAsync(["checkpoint", .. command]), $"'{hostile}': it asks for the Python global 'posix.system'", "torch.save(model.state_dict(), FILE)");
        Assert.False(Directory.Exists(_folder.Combine("store")));
    }

    [Fact]
    public async Task Import_FileWithoutABackbone_IsRefusedAndNoStoreIsMade()
    {
        var file = await WriteAsync("heads.safetensors", TensorFile.Of([new("fc.weight", new StoredTensor(ElementType.F32, [1], new byte[4]))]));
        string[] call = ["checkpoint", "import", file, "--store", _folder.Combine("store"), "--name"];
        Refusal.Assert(await SimXirProcess.RunAsync([.. call, "mine"]), $"'{file}': none of its 1 tensors looks like the stem of a ResNet", "beside a 'layer1.0.conv1.weight'");
        Refusal.Assert(await SimXirProcess.RunAsync([.. call, "a b"]), "'a b' is no name of an import; allowed are 1 to 64 letters, digits, '-', '_' and '.', starting with a letter or digit");
        Assert.False(Directory.Exists(_folder.Combine("store")));
    }

    [Fact]
    public async Task Export_OfACellAndItsImport_AreTheCellsBytes()
    {
        var store = await finished.CopyAsync(_folder);
        var sha = (await finished.WeightsAsync())["baseline"];
        var (first, second) = (_folder.Combine("first.safetensors"), _folder.Combine("second.safetensors"));
        var exported = await SimXirProcess.RunAsync("checkpoint", "export", Cell, "--out", first, "--store", store.Path);
        var bytes = new FileInfo(first).Length;
        Assert.Equal(new SimXirResult(0, $"{first}: the weights of {Cell}, a resnet18 of width 16 with the cifar stem; {bytes} bytes, {sha}\n", ""), exported);

        var imported = await SimXirProcess.RunAsync("checkpoint", "import", first, "--name", "mine", "--store", _folder.Combine("other"));
        Assert.Equal(
            new SimXirResult(0, $$"""
                first.safetensors is import 'mine' of {{_folder.Combine("other")}}: a resnet18 of width 16 with the cifar stem at the top
                  weights   {{sha}}
                  used      120 tensors
                  left      0 tensors
                A sweep starts from it with pretrain: { from: mine } and backbone: { arch: resnet18, width: 16, stem: cifar }, with maxPool as it was trained: weights do not tell.

                """, ""),
            imported);

        var again = await SimXirProcess.RunAsync("checkpoint", "export", "mine", "--out", second, "--store", _folder.Combine("other"), "--json");
        using var report = JsonDocument.Parse(again.Output);
        Assert.Equal((sha, "import mine"), (report.RootElement.GetProperty("weights").GetString(), report.RootElement.GetProperty("what").GetString()));
        var key = report.RootElement.GetProperty("round").GetString()!;
        Assert.Equal(0, (await SimXirProcess.RunAsync("checkpoint", "export", key[..8], "--out", second, "--force", "--store", _folder.Combine("other"))).ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(second, TestContext.Current.CancellationToken));
        Assert.Equal(["first.safetensors", "second.safetensors"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Export_OfWhatIsNotThereOrOverAFile_IsRefused()
    {
        const string Form = "weights are named by SWEEP/DATASET/METHOD/SEED/TREATMENT, the NAME of an import, or a round's key or its first 8 digits";
        var store = await finished.CopyAsync(_folder);
        var taken = await WriteAsync("taken", TensorFile.Of([]));
        string[] to = ["--store", store.Path, "--out", _folder.Combine("new")];
        Refusal.Assert(await SimXirProcess.RunAsync("checkpoint", "export", Cell, "--store", store.Path, "--out", taken), $"'{taken}' is there already; name another --out, or replace it with --force");
        Refusal.Assert(await SimXirProcess.RunAsync(["checkpoint", "export", "nobody", .. to]), $"the store {store.Path} has no import 'nobody' (it has none), and no round whose key begins so; {Form}");
        Refusal.Assert(await SimXirProcess.RunAsync(["checkpoint", "export", "blocks/fashion-mnist-sample/simsiam/0", .. to]), $"'blocks/fashion-mnist-sample/simsiam/0' names no single encoder; {Form}");
        Refusal.Assert(await SimXirProcess.RunAsync(["checkpoint", "export", "blocks/fashion-mnist-sample/simsiam/0/variant", .. to]), "sweep 'blocks' has no blocks/fashion-mnist-sample/simsiam/0/variant; it has ", "each with baseline, simxir");
        Refusal.Assert(await SimXirProcess.RunAsync("checkpoint", "export", Cell, "--store", store.Path, "--out", _folder.Combine("none", "new")), $"'{_folder.Combine("none", "new")}' cannot be written (", "; name another --out");
        var evaluation = await store.KeyAsync("blocks", "evaluate baseline");
        Refusal.Assert(await SimXirProcess.RunAsync(["checkpoint", "export", evaluation.Value, .. to]), $"round {evaluation.Prefix} has no weights: its round {evaluation.Prefix} ended Completed and made []");
        Assert.False(File.Exists(_folder.Combine("new")));
    }

    private async Task<string> WriteAsync(string name, TensorFile content)
    {
        await File.WriteAllBytesAsync(_folder.Combine(name), SafetensorsWriter.Write(content), TestContext.Current.CancellationToken);
        return _folder.Combine(name);
    }
}
