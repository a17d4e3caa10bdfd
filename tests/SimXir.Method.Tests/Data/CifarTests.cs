using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class CifarTests : IDisposable
{
    private static readonly ImageSet Train = RandomImages.Of(4, seed: 1), Test = RandomImages.Of(2, seed: 2);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Cifar10_SeveralBatches_AreReadInOrder()
    {
        CifarFiles.WriteCifar10(_folder, Train, Test);
        _folder.Write("cifar-10-batches-bin/data_batch_3.bin", CifarFiles.Batch(Test));
        var dataset = new Datasets(_folder.Path).Load(DatasetId.Parse("cifar10"));
        Assert.Equal([.. Train.Labels, .. Test.Labels], dataset.Train.Labels);
        Assert.Equal([.. Train.Pixels, .. Test.Pixels], dataset.Train.Pixels);
        Assert.Equal(Test.Pixels, dataset.Test.Pixels);
    }

    [Fact]
    public void Cifar100_TwoLabels_TakesTheFineOne()
    {
        _folder.Write("cifar-100-binary/train.bin", CifarFiles.Batch(Train, labelBytes: 2));
        _folder.Write("cifar-100-binary/test.bin", CifarFiles.Batch(Test, labelBytes: 2));
        var dataset = new Datasets(_folder.Path).Load(DatasetId.Parse("cifar100"));
        Assert.Equal(Train.Labels, dataset.Train.Labels);
        Assert.Equal(Train.Pixels, dataset.Train.Pixels);
        Assert.Equal(100, dataset.Train.Classes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3072)]
    [InlineData(3074)]
    [InlineData((4 * 3073) - 1)]
    public void Cifar10_TruncatedBatch_IsRefused(int length)
    {
        CifarFiles.WriteCifar10(_folder, Train, Test);
        var path = _folder.Write("cifar-10-batches-bin/data_batch_1.bin", CifarFiles.Batch(Train)[..length]);
        Assert.Equal(
            $"'{path}' has {length} bytes, {length % 3073} more than {length / 3073} whole images; expected is a multiple of 3073 "
            + "(1 of labels and 3072 of pixels an image); get https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz and unpack it there, as 'simxir data fetch cifar10 --data DIR' does",
            Fault());
    }

    [Fact]
    public void Cifar10_EmptyBatch_IsRefused()
    {
        CifarFiles.WriteCifar10(_folder, Train, Test);
        _folder.Write("cifar-10-batches-bin/test_batch.bin", []);
        Assert.Contains("test_batch.bin' is empty; get https", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cifar10_LabelOutOfRange_IsRefused()
    {
        CifarFiles.WriteCifar10(_folder, Train, Test);
        var batch = CifarFiles.Batch(Train);
        batch[2 * 3073] = 10;
        _folder.Write("cifar-10-batches-bin/data_batch_1.bin", batch);
        Assert.Contains("data_batch_1.bin' has label 10 at image 2; expected are 0 to 9; get", Fault(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Fault() => Assert.Throws<DatasetException>(() => new Datasets(_folder.Path).Load(DatasetId.Parse("cifar10"))).Message;
}
