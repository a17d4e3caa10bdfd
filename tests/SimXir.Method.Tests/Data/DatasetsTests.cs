using System.Security.Cryptography;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>What holds of every dataset: fingerprints, recipes, subsets, the cache, folders.</summary>
public sealed class DatasetsTests : IDisposable
{
    private static readonly DatasetId Cifar10 = DatasetId.Parse("cifar10");
    private static readonly ImageSet Train = RandomImages.Of(30, seed: 1), Test = RandomImages.Of(10, seed: 2);
    private readonly TemporaryFolder _folder = new();
    private readonly Datasets _datasets;

    public DatasetsTests()
    {
        CifarFiles.WriteCifar10(_folder, Train, Test);
        _datasets = new Datasets(_folder.Path);
    }

    [Fact]
    public void Fingerprint_OfFiles_IsTheHashOfNamesAndHashes()
    {
        var lines = $"data_batch_1.bin {Hash(CifarFiles.Batch(Train))}\ntest_batch.bin {Hash(CifarFiles.Batch(Test))}\n";
        Assert.Equal(Hash(Encoding.UTF8.GetBytes(lines)), _datasets.Fingerprint(Cifar10));
        Assert.Equal(_datasets.Fingerprint(Cifar10), _datasets.Load(Cifar10).Fingerprint);
        Assert.Equal(_datasets.Fingerprint(Cifar10), new Datasets(_folder.Path).Check(Cifar10).Fingerprint);
    }

    [Fact]
    public void Load_Twice_ReadsOnce()
    {
        var recipe = new DatasetRecipe(Cifar10, _datasets.Fingerprint(Cifar10), new SubsetSpec { Train = 5, Test = 5 });
        Assert.Same(_datasets.Load(recipe), _datasets.Load(recipe with { Subset = new SubsetSpec { Train = 5, Test = 5 } }));
    }

    [Fact]
    public void Load_FromManyThreads_ReadsOnce()
    {
        var loaded = new Dataset[8];
        Parallel.For(0, loaded.Length, i => loaded[i] = _datasets.Load(Cifar10));
        Assert.All(loaded, dataset => Assert.Same(loaded[0], dataset));
    }

    [Fact]
    public void Load_Subset_IsTheFirstOfASeededPermutation()
    {
        var fingerprint = _datasets.Fingerprint(Cifar10);
        Dataset Load(int train, int seed) =>
            _datasets.Load(new DatasetRecipe(Cifar10, fingerprint, new SubsetSpec { Train = train, Test = 4, Seed = seed }));

        var expected = Train.Take(new CounterRandom(3, RandomStream.Subset, sample: 0).Permutation(30).AsSpan(0, 12));
        Assert.Equal(expected.Pixels, Load(12, 3).Train.Pixels);
        Assert.Equal(expected.Labels, Load(12, 3).Train.Labels);
        Assert.Equal(4, Load(12, 3).Test.Count);
        Assert.Equal(expected.Pixels.AsSpan(0, 5 * ImageSet.ImageSize).ToArray(), Load(5, 3).Train.Pixels);
        Assert.NotEqual(expected.Pixels, Load(12, 4).Train.Pixels);
    }

    [Theory]
    [InlineData(31, 5, "subset.train is 31, but dataset 'cifar10' has 30 train images; allowed are 1 to 30")]
    [InlineData(5, 0, "subset.test is 0, but dataset 'cifar10' has 10 test images; allowed are 1 to 10")]
    public void Load_SubsetBeyondTheDataset_IsRefused(int train, int test, string message)
    {
        var recipe = new DatasetRecipe(Cifar10, _datasets.Fingerprint(Cifar10), new SubsetSpec { Train = train, Test = test });
        Assert.Equal(message, Assert.Throws<DatasetException>(() => _datasets.Load(recipe)).Message);
    }

    [Fact]
    public void Load_FilesChangedSincePlanning_IsRefusedThenCurable()
    {
        var planned = new DatasetRecipe(Cifar10, _datasets.Fingerprint(Cifar10), Subset: null);
        CifarFiles.WriteCifar10(_folder, Test, Train);
        var fault = Assert.Throws<DatasetException>(() => _datasets.Load(planned));
        Assert.Contains("put the files of that time back, or submit the sweep again", fault.Message, StringComparison.Ordinal);
        Assert.Contains(planned.Fingerprint, fault.Message, StringComparison.Ordinal);

        CifarFiles.WriteCifar10(_folder, Train, Test);
        Assert.Equal(Train.Pixels, _datasets.Load(planned).Train.Pixels);
    }

    [Fact]
    public void Fingerprint_FileReplaced_Changes()
    {
        var before = _datasets.Fingerprint(Cifar10);
        _folder.Write("cifar-10-batches-bin/data_batch_2.bin", CifarFiles.Batch(Test));
        Assert.NotEqual(before, _datasets.Fingerprint(Cifar10));
        Assert.Equal(40, _datasets.Load(Cifar10).Train.Count);
    }

    [Fact]
    public void Check_WholeFiles_CountsThem()
    {
        var check = _datasets.Check(Cifar10);
        Assert.Equal(Path.Combine(_folder.Path, "cifar-10-batches-bin"), check.Folder);
        Assert.Equal(["data_batch_1.bin", "test_batch.bin"], check.Files.Select(file => file.Name));
        Assert.Equal([30 * 3073L, 10 * 3073L], check.Files.Select(file => file.LengthBytes));
        Assert.Equal(30, check.Train.Count);
        Assert.Equal(Enumerable.Range(0, 10).Select(label => Train.Labels.Count(has => has == label)), check.Train.PerClass);
        Assert.Equal(10, check.Test.Count);
    }

    [Fact]
    public void Load_DataFolderIsTheOfficialFolder_IsTaken() =>
        Assert.Equal(30, new Datasets(Path.Combine(_folder.Path, "cifar-10-batches-bin") + "/").Load(Cifar10).Train.Count);

    [Fact]
    public void Load_NoDataFolder_SaysWhatIsNeeded() => Assert.Equal(
        "dataset 'cifar100' needs the folder 'cifar-100-binary' with train.bin and test.bin, but no data folder is set: "
        + "name the one that holds it with --data DIR (get https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz and unpack it there, as 'simxir data fetch cifar100 --data DIR' does)",
        Fault(new Datasets(null), "cifar100"));

    [Fact]
    public void Load_DataFolderMissing_SaysWhichWasLookedFor()
    {
        var missing = Path.Combine(_folder.Path, "nowhere");
        Assert.Equal(
            "dataset 'svhn' needs the folder 'svhn' with train_32x32.mat and test_32x32.mat, "
            + $"but the data folder '{missing}' (--data) does not exist",
            Fault(new Datasets(missing), "svhn"));
    }

    [Fact]
    public void Load_OfficialFolderMissing_SaysWhichAndTheCure() => Assert.Equal(
        "dataset 'svhn' needs the folder 'svhn' with train_32x32.mat and test_32x32.mat, "
        + $"but the data folder '{_folder.Path}' (--data) has no folder 'svhn' or 'svhn-like': "
        + "get the cropped digits, format 2, from http://ufldl.stanford.edu/housenumbers/ and put them there",
        Fault(_datasets, "svhn"));

    [Fact]
    public void Load_FileMissing_SaysWhichAndTheCure()
    {
        var folder = Path.Combine(_folder.Path, "cifar-10-batches-bin");
        File.Delete(Path.Combine(folder, "test_batch.bin"));
        Assert.Equal(
            $"'{folder}' has no test_batch.bin; it must hold data_batch_1.bin to data_batch_5.bin (at least one of them) "
            + "and test_batch.bin: get https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz and unpack it there, as 'simxir data fetch cifar10 --data DIR' does",
            Fault(_datasets, "cifar10"));
    }

    [Fact]
    public void Formats_OfTheCatalog_AreOneADatasetAndSayWhatItSays()
    {
        Assert.Equal(Catalog.Datasets.Keys, DatasetFormats.All.Keys);
        Assert.All(Catalog.Datasets.Values, info =>
        {
            var format = DatasetFormats.Of(DatasetId.Parse(info.Name));
            Assert.Equal(info.Folder, format.Folders.FirstOrDefault());
            Assert.Equal(info.IsFetched, !format.Downloads.IsEmpty);
        });
    }

    public void Dispose() => _folder.Dispose();

    private static string Fault(Datasets datasets, string name) =>
        Assert.Throws<DatasetException>(() => datasets.Load(DatasetId.Parse(name))).Message;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
