using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli.Tests;

[Trait("Runs", "beside others")]
public sealed class DataFetchCommandTests
{
    [Fact]
    public void OfficialDatasets_Known_AreThoseOfThePaperWithTheFilesThatReadersExpect()
    {
        Assert.Equal(["cifar10", "cifar100", "svhn"], OfficialDatasets.Known.Select(id => id.Name));
        Assert.All(OfficialDatasets.Known, id => Assert.All(OfficialDatasets.Of(id).Files, file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256)));
        Assert.Equal(
            ["cifar-100-binary/train.bin 153700000", "cifar-100-binary/test.bin 30740000"],
            OfficialDatasets.Of(DatasetId.Parse("cifar100")).Contents.Select(entry => FormattableString.Invariant($"{entry.Name} {entry.LengthBytes}")));
    }

    [Fact]
    public async Task DataFetch_WithWhatCannotBe_IsRefusedInOneSentence()
    {
        Refusal.Assert(await SimXirProcess.RunAsync("data", "fetch", "cifar10"), "'data fetch' needs a folder to put the dataset into; give --data DIR, or set SIMXIR_DATA");
        Refusal.Assert(await SimXirProcess.RunAsync("data", "fetch", "imagenet", "--data", "/tmp"), "unknown dataset 'imagenet'; known: ", "");
        Refusal.Assert(
            await SimXirProcess.RunAsync("data", "fetch", "fashion-mnist", "--data", "/tmp"),
            "'fashion-mnist' cannot be fetched; what can is cifar10, cifar100, svhn (fashion-mnist: apt install dataset-fashion-mnist; fashion-mnist-sample ships with the program)");
        var mirror = await SimXirProcess.RunAsync("data", "fetch", "cifar10", "--data", "/tmp", "--mirror", "ftp://user:secret@host/x");
        Assert.Equal(2, mirror.ExitCode);
        Assert.StartsWith("simxir: --mirror 'host/x' is no place to fetch from; it has the form https://HOST/FOLDER", mirror.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFetch_FromAMirrorOfAnotherFile_EndsWithTwoAndSaysWhy()
    {
        await using var server = new FlakyServer(new Dictionary<string, byte[]> { [SmallCifar.Archive] = SmallCifar.Pack() });
        using var folder = new Testing.TempDirectory();

        var result = await SimXirProcess.RunAsync("data", "fetch", "cifar10", "--data", folder.Path, "--mirror", server.Url.ToString());

        Refusal.Assert(result, $"{server.Url}/{SmallCifar.Archive} has ", "and the official cifar-10-binary.tar.gz has 170052171: it is another file; check --mirror, and whether a proxy answers in its place");
    }
}
