using System.Security.Cryptography;
using System.Text;
using SimXir.Experiments;
using SkiaSharp;

namespace SimXir.Method.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly DatasetId Two = DatasetId.Parse("images-two");
    private readonly TemporaryFolder _folder = new();
    private readonly Datasets _datasets;

    public ImageFolderTests()
    {
        Pictures.WriteFolder(_folder);
        _datasets = new Datasets(_folder.Path);
    }

    private string Root => Path.Combine(_folder.Path, "images-two");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_Folder_GivesEachImageOnceWithTheLabelOfItsClassAndNotByClass()
    {
        var dataset = _datasets.Load(Two);

        Assert.Equal((10, 4, 2, 32), (dataset.Train.Count, dataset.Test.Count, dataset.Train.Classes, dataset.Train.Side));
        var reds = Enumerable.Range(0, 10).Select(image => (int)dataset.Train.PixelsOf(image)[0]).ToArray();
        Assert.Equal(Enumerable.Range(0, 10).Select(image => 10 * image), reds.Order());
        Assert.All(reds.Zip(dataset.Train.Labels), pair => Assert.Equal(pair.First < 60 ? 0 : 1, pair.Second));
        Assert.NotEqual(dataset.Train.Labels.Order(), dataset.Train.Labels);
    }

    [Fact]
    public void Load_Subset_DecodesItAloneAndIsThatOfTheWhole()
    {
        File.WriteAllText(Path.Combine(Root, "train", "a", "0.png"), "no image");
        var recipe = new DatasetRecipe(Two, _datasets.Fingerprint(Two), new SubsetSpec { Train = 3, Test = 2, Seed = 1 }, new ImagesSpec { Size = 64, Resize = 64 });

        var part = _datasets.Load(recipe);

        Assert.Equal((3, 2, 64), (part.Train.Count, part.Test.Count, part.Train.Side));
        Assert.Equal(3, _datasets.CountTrain(recipe));
        Pictures.WriteFolder(_folder);
        var whole = _datasets.Load(recipe with { Fingerprint = _datasets.Fingerprint(Two), Subset = null });
        var chosen = whole.Train.Take(new CounterRandom(1, RandomStream.Subset, sample: 0).Permutation(10).AsSpan(0, 3));
        Assert.Equal(chosen.Pixels, part.Train.Pixels);
    }

    [Fact]
    public void Fingerprint_OfAFolder_IsTheHashOfNamesAndHashesWhateverTheSize()
    {
        var lines = "test/a/0.PNG test/a/1.PNG test/b/0.PNG test/b/1.PNG train/a/0.png train/a/1.png train/a/2.png train/a/3.png train/a/4.png train/a/5.png train/b/6.png train/b/7.png train/b/8.png train/b/9.png".Split(' ')
            .Select(name => $"{name} {Hash(File.ReadAllBytes(Path.Combine(Root, name)))}\n");

        Assert.Equal(Hash(Encoding.UTF8.GetBytes(string.Concat(lines))), _datasets.Fingerprint(Two));
        Assert.Equal(_datasets.Fingerprint(Two), new Datasets(_folder.Path).Check(Two).Fingerprint);
        _folder.Write("images-two/train/a/0.png", Pictures.Plain(9, 9, SKColors.Red));
        Assert.NotEqual(_datasets.Fingerprint(Two), new Datasets(null).Fingerprint(DatasetId.Parse("fashion-mnist-sample")));
        Assert.Contains("but this work was planned with", Assert.Throws<DatasetException>(() => _datasets.Load(new DatasetRecipe(Two, new string('0', 64), null, new ImagesSpec()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Folder_CountsAndNamesTheClasses()
    {
        var check = _datasets.Check(Two);

        Assert.Equal(["a", "b"], check.Images!.Classes);
        Assert.Equal((14, 10, 4), (check.Images.Files, check.Train.Count, check.Test.Count));
        Assert.Equal([6, 4], check.Train.PerClass);
        Assert.Equal([Two], _datasets.ImageFolders());
        Assert.Equal((Root, 2), _datasets.Find(Two));
    }

    [Fact]
    public void Load_ValForTest_IsTaken()
    {
        Directory.Move(Path.Combine(Root, "test"), Path.Combine(Root, "val"));
        Assert.Equal(4, _datasets.Load(Two).Test.Count);
        Directory.CreateDirectory(Path.Combine(Root, "test"));
        Assert.Equal($"'{Root}' has both 'test' and 'val'; one of them is the test split: rename the other", Fault());
    }

    [Fact]
    public void Load_FileThatIsNoImage_IsRefusedByName()
    {
        _folder.Write("images-two/train/b/7.png", "text"u8.ToArray());
        _folder.Write("images-two/train/b/9.png", "text"u8.ToArray());
        var first = Path.Combine(Root, "train", "b", "7.png");

        Assert.Equal($"'{first}' is no image that can be read (png, jpeg, webp or bmp): replace it, or take it away", Assert.Throws<DatasetException>(() => _datasets.Check(Two)).Message);
        Assert.Contains(" is no image that can be read ", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FolderOfAnotherForm_SaysWhatIsWrong()
    {
        Directory.CreateDirectory(Path.Combine(Root, "train", "c"));
        Assert.Equal($"'{Path.Combine(Root, "train")}' has class 'c', which '{Path.Combine(Root, "test")}' lacks; both splits must have the same classes: add it there, or take it away here", Fault());
        Directory.CreateDirectory(Path.Combine(Root, "test", "c"));
        Assert.Equal($"'{Path.Combine(Root, "train", "c")}' holds no image (png, jpg, jpeg, webp or bmp): {ImageFolder.Cure}", Fault());
        Directory.CreateDirectory(Path.Combine(Root, "train", "a", "deep"));
        Assert.Equal($"'{Path.Combine(Root, "train", "a", "deep")}' is a folder inside a class, whose images must lie next to each other: {ImageFolder.Cure}", Fault());
        Directory.Delete(Path.Combine(Root, "test"), recursive: true);
        Assert.Equal($"'{Root}' has no folder 'test' or 'val'; it must hold {ImageFolder.Contents}: {ImageFolder.Cure}", Fault());
    }

    [Theory]
    [InlineData("train/a/link.png")]
    [InlineData("train/c")]
    public void Load_LinkOutOfTheFolder_IsNotFollowed(string name)
    {
        var link = Path.Combine(Root, name);
        File.CreateSymbolicLink(link, "/etc");

        Assert.Equal($"'{link}' is a link to '/etc'; nothing outside the folder is read: copy what it names, or make the whole folder the link", Fault());
    }

    [Fact]
    public void Require_MoreThanIsFree_SaysTheNumbersAndTheCure()
    {
        var fault = Assert.Throws<DatasetException>(() => MemoryRoom.Require(Two, new ImagesSpec { Size = 224, Resize = 256 }, 1_281_167, 50_000, freeBytes: 20_000_000_000));

        Assert.Equal(
            "dataset 'images-two' needs 200.378 GB of memory (1281167 training and 50000 test images of 224 x 224 pixels, 150528 bytes each), and 20 GB are free: "
            + "take a part of it with subset: { train: 127875, test: 4990 } or fewer, make them smaller with images: { size: … }, or use a machine with more", fault.Message);
        Assert.Equal(2048, MemoryRoom.Available(["MemTotal:  9 kB", "MemAvailable:       2 kB"]));
        Assert.True(MemoryRoom.FreeBytes() > 0);
    }

    [Fact]
    public void RequireRoom_WhereEarlierDataIsInTheWay_LetsGoOfIt()
    {
        var files = DatasetFiles.Locate(Two, _folder.Path, new FileHashes());
        var recipe = new DatasetRecipe(Two, files.Fingerprint(), null, new ImagesSpec());
        var cache = new DatasetCache();
        var kept = cache.Get(recipe, () => files.Read(recipe));

        files.RequireRoom(recipe, 14 * ImageSet.ImageSize, () => throw new InvalidOperationException("there is room"));
        files.RequireRoom(recipe, 1, () => cache.Forget() - 1);

        Assert.NotSame(kept, cache.Get(recipe, () => files.Read(recipe)));
        Assert.Throws<DatasetException>(() => files.RequireRoom(recipe, 1, () => 0));
    }

    private string Fault() => Assert.Throws<DatasetException>(() => _datasets.Load(Two)).Message;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
