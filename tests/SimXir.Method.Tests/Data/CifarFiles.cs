namespace SimXir.Method.Tests;

/// <summary>Writes CIFAR's binary layout.</summary>
internal static class CifarFiles
{
    public static byte[] Batch(ImageSet images, int labelBytes = 1)
    {
        using var file = new MemoryStream();
        for (var image = 0; image < images.Count; image++)
        {
            if (labelBytes == 2) file.WriteByte(19);
            file.WriteByte((byte)images.Labels[image]);
            file.Write(images.PixelsOf(image));
        }

        return file.ToArray();
    }

    public static void WriteCifar10(TemporaryFolder folder, ImageSet train, ImageSet test)
    {
        folder.Write("cifar-10-batches-bin/data_batch_1.bin", Batch(train));
        folder.Write("cifar-10-batches-bin/test_batch.bin", Batch(test));
    }
}
