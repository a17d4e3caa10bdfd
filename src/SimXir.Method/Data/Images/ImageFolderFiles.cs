using System.Collections.Immutable;
using System.Security.Cryptography;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The files of a folder of images. In memory its images stand in an order that is shuffled once, the same everywhere, because
/// in the folder they stand by class.</summary>
internal sealed class ImageFolderFiles : DatasetFiles
{
    private readonly DatasetId _id;
    private readonly FileHashes _hashes;
    private readonly ImageFolder _folder;

    public ImageFolderFiles(DatasetId id, string? dataFolder, FileHashes hashes)
    {
        (_id, _hashes) = (id, hashes);
        _folder = ImageFolder.Scan(DataPlace.Find(id, dataFolder, [id.Name], ImageFolder.Contents, "put your images there in this form"));
    }

    public override string Folder => _folder.Path;

    public override int Classes => _folder.Classes.Length;

    public override string Fingerprint()
    {
        ImageFile[] files = [.. _folder.All];
        var hashes = new string[files.Length];
        ForEach(files, (file, index) => hashes[index] = _hashes.Of(_folder.PathOf(file), file.LengthBytes, file.ChangedUtc, () => HashOf(ReadAll(file))));
        return Fingerprints.Of(files.Zip(hashes, (file, hash) => (file.Name, hash)));
    }

    public override void RequireRoom(DatasetRecipe recipe, long freeBytes, Func<long> forget)
    {
        var (train, test) = (Chosen(recipe, _folder.Train, train: true).Length, Chosen(recipe, _folder.Test, train: false).Length);
        if (MemoryRoom.NeededBytes(SpecOf(recipe), train, test) > freeBytes) freeBytes += forget();
        MemoryRoom.Require(_id, SpecOf(recipe), train, test, freeBytes);
    }

    public override Dataset Read(DatasetRecipe recipe)
    {
        var spec = SpecOf(recipe);
        var (train, test) = (Chosen(recipe, _folder.Train, train: true), Chosen(recipe, _folder.Test, train: false));
        return new Dataset(_id, recipe.Fingerprint, Decode(train, spec), Decode(test, spec)) { Normalise = spec.Normalise };
    }

    public override int CountTrain(DatasetRecipe recipe)
    {
        Chosen(recipe, _folder.Test, train: false);
        return Chosen(recipe, _folder.Train, train: true).Length;
    }

    public override DatasetCheck Check()
    {
        ImageFile[] files = [.. _folder.All];
        var spec = new ImagesSpec();
        ForEach(files, (file, _) => Decode(file, spec, stackalloc byte[ImageSet.ImageSize]));
        return new DatasetCheck(_id, Fingerprint(), Folder, [], Split(_folder.Train), Split(_folder.Test),
            new ImageFolderCheck(files.Length, files.Sum(file => file.LengthBytes), _folder.Classes));

        SplitCheck Split(ImmutableArray<ImageFile> split) => SplitCheck.Of([.. split.Select(file => file.Label)], _folder.Classes.Length);
    }

    public override DatasetListing? List() => new(_id, Fingerprint(), Folder, _id.Name, [.. ImagePacks.NamesOf(_folder).Select(Packed)]);

    public override Stream Open(string name) => ImagePacks.Open(_folder, name);

    private ImagesSpec SpecOf(DatasetRecipe recipe) =>
        recipe.Images ?? throw new InvalidOperationException($"the recipe does not say how the images of '{_id}' are read");

    private FileCheck Packed(string name)
    {
        using var pack = Open(name);
        return new FileCheck(name, pack.Length, Convert.ToHexStringLower(SHA256.HashData(pack)));
    }

    private static ImageFile[] Chosen(DatasetRecipe recipe, ImmutableArray<ImageFile> split, bool train)
    {
        var order = new CounterRandom(seed: 0, RandomStream.Folder, sample: train ? 0 : 1).Permutation(split.Length);
        return Chosen(recipe, train, split.Length) is { } chosen ? [.. chosen.Select(number => split[order[number]])] : [.. order.Select(number => split[number])];
    }

    private ImageSet Decode(ImageFile[] files, ImagesSpec spec)
    {
        var pixels = new ImagePixels(files.Length, ImageSet.Channels * spec.Size * spec.Size);
        ForEach(files, (file, index) => Decode(file, spec, pixels[index]));
        return new ImageSet(pixels, [.. files.Select(file => file.Label)], _folder.Classes.Length, spec.Size);
    }

    /// <summary>The file is read once: its hash is of the bytes that became the image.</summary>
    private void Decode(ImageFile file, ImagesSpec spec, Span<byte> image)
    {
        var content = ReadAll(file);
        _hashes.Set(_folder.PathOf(file), file.LengthBytes, file.ChangedUtc, HashOf(content));
        if (ImageDecoder.Decode(content, spec, image) is { } fault) throw new DatasetException($"'{_folder.PathOf(file)}' {fault}: replace it, or take it away");
    }

    private byte[] ReadAll(ImageFile file)
    {
        var path = _folder.PathOf(file);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{path}' cannot be read ({fault.Message.TrimEnd('.')}): replace it, or take it away", fault);
        }
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>On every core. Of several faults the one of the first file is thrown, whoever finds it.</summary>
    private static void ForEach(ImageFile[] files, Action<ImageFile, int> work)
    {
        var faults = new DatasetException?[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (index, state) =>
        {
            try
            {
                work(files[index], index);
            }
            catch (DatasetException fault)
            {
                faults[index] = fault;
                state.Break(); // all files before this one are still looked at
            }
        });
        if (Array.Find(faults, fault => fault is not null) is { } first) throw first;
    }
}
