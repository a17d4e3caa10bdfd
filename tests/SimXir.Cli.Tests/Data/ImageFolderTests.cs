using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;
using SimXir.Testing;
using SimXir.Worker;
using SkiaSharp;

namespace SimXir.Cli.Tests;

/// <summary>Folders of images where other datasets are: in the store, on machines without them, on the command line.</summary>
[Trait("Runs", "beside others")]
public sealed class ImageFolderTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public ImageFolderTests()
    {
        foreach (var split in new[] { "train", "val" })
            for (var i = 0; i < 8; i++)
            {
                using var bitmap = new SKBitmap(24 + i, 40);
                bitmap.Erase(new SKColor((byte)(30 * i), (byte)split.Length, 0));
                using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
                Directory.CreateDirectory(_folder.Combine("data", "images-blocks", split, i % 2 == 0 ? "even" : "odd"));
                File.WriteAllBytes(_folder.Combine("data", "images-blocks", split, i % 2 == 0 ? "even" : "odd", FormattableString.Invariant($"{i}.png")), png.ToArray());
            }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Load_OnAMachineWithoutTheFolder_GivesWhatAnotherShared()
    {
        var store = await ObjectStores.OpenAsync(_folder.Combine("store"), TimeProvider.System, cancellation: TestContext.Current.CancellationToken);
        var (here, there) = (new DatasetSupply(new Datasets(_folder.Combine("data")), store, _folder.Combine("here"), TimeProvider.System), new DatasetSupply(new Datasets(null), store, _folder.Combine("there"), TimeProvider.System));
        var id = DatasetId.Parse("images-blocks");
        var recipe = new DatasetRecipe(id, await here.FingerprintAsync(id, TestContext.Current.CancellationToken), new SubsetSpec { Train = 5, Test = 3 }, new ImagesSpec { Size = 48, Resize = 48 });

        Assert.Equal([id], await here.ShareAsync([recipe], TestContext.Current.CancellationToken));
        Assert.Empty(await here.ShareAsync([recipe], TestContext.Current.CancellationToken));
        Assert.Equal(recipe.Fingerprint, await there.FingerprintAsync(id, TestContext.Current.CancellationToken));
        var (mine, theirs) = (await here.LoadAsync(recipe, TestContext.Current.CancellationToken), await there.LoadAsync(recipe, TestContext.Current.CancellationToken));

        Assert.Equal(mine.Train.Pixels, theirs.Train.Pixels);
        Assert.Equal(mine.Test.Labels, theirs.Test.Labels);
        Assert.Equal((5, 3, 48, 2), (theirs.Train.Count, theirs.Test.Count, theirs.Train.Side, theirs.Train.Classes));
        Assert.Single(Directory.GetFiles(_folder.Combine("store", "datasets", recipe.Fingerprint, "files")));
        Assert.Equal((5, null), (here.CountTrain(recipe), there.CountTrain(recipe)));
    }

    [Fact]
    public async Task Commands_OfAFolder_TellWhatIsInIt()
    {
        var check = await SimXirProcess.RunAsync("data", "check", "images-blocks", "--data", _folder.Combine("data"));
        Assert.True(check is { ExitCode: 0, Errors: "" }, check.ToString());
        Assert.Contains("  files        16 images, ", check.Output, StringComparison.Ordinal);
        Assert.Contains("\n  classes      even, odd\n  train  8 images, 2 classes of 4 to 4\n  test   8 images, 2 classes of 4 to 4\n", check.Output, StringComparison.Ordinal);

        var list = await SimXirProcess.RunAsync("data", "list", "--data", _folder.Combine("data"));
        Assert.EndsWith($"\nimages-blocks         images-blocks           2 classes  {_folder.Combine("data", "images-blocks")}\n", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThePapersSpecsWithoutTheirData_SaysWhatIsNeededAndTheCure()
    {
        Refusal.Assert(
            await SimXirProcess.RunAsync("run", "paper", "--store", _folder.Combine("store"), "--urls", "none"),
            "dataset 'svhn' needs the folder 'svhn' with train_32x32.mat and test_32x32.mat, but no data folder is set: name the one that holds it with --data DIR", "");
        var imagenet = await SimXirProcess.RunAsync("run", "imagenet", "--store", _folder.Combine("store"), "--urls", "none");
        Assert.Equal((2, ""), (imagenet.ExitCode, imagenet.Output));
        Assert.EndsWith("has no import 'imagenet-simsiam'; it has none yet. Import it first: simxir checkpoint import FILE --name imagenet-simsiam.\n", imagenet.Errors, StringComparison.Ordinal);
    }
}
