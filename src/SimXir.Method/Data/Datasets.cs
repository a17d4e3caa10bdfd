using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The datasets of one data folder, and those that ship with the program. Reading is safe from several threads; the few last
/// used are kept in memory, so that the rounds of a process read them once.</summary>
public sealed class Datasets
{
    private readonly string? _dataFolder;
    private readonly FileHashes _hashes = new();
    private readonly DatasetCache _cache = new();

    /// <param name="dataFolder">What holds the official folders (or is one of them); null where only shipped data is wanted.</param>
    public Datasets(string? dataFolder) => _dataFolder = dataFolder;

    /// <summary>SHA-256 over the names and the SHA-256 of the official files, 64 lower-case hexadecimal digits. The files are hashed,
    /// not parsed, and hashed again only when their length or time of change differs.</summary>
    /// <exception cref="DatasetException">A file is missing or cannot be read.</exception>
    public string Fingerprint(DatasetId id) => Locate(id).Fingerprint();

    /// <summary>The whole dataset as it is now.</summary>
    /// <exception cref="DatasetException">A file is missing or broken.</exception>
    public Dataset Load(DatasetId id) => Load(new DatasetRecipe(id, Fingerprint(id), Subset: null));

    /// <summary>Exactly what the recipe names.</summary>
    /// <exception cref="DatasetException">A file is missing, broken or not the one of the recipe, or the subset is larger than the
    /// dataset.</exception>
    public Dataset Load(DatasetRecipe recipe) => _cache.Get(recipe, () => Read(recipe));

    /// <summary>Reads and checks everything, and says what is there.</summary>
    /// <exception cref="DatasetException">A file is missing or broken.</exception>
    public DatasetCheck Check(DatasetId id)
    {
        var files = Locate(id);
        var (train, test) = (files.ReadTrain(), files.ReadTest());
        return new DatasetCheck(
            id,
            files.Fingerprint(),
            files.Folder,
            [.. files.All.Select(file => new FileCheck(file.Name, file.LengthBytes, file.Sha256))],
            SplitCheck.Of(train),
            SplitCheck.Of(test));
    }

    /// <summary>The files as they are now; null where they ship with the program.</summary>
    /// <exception cref="DatasetException">A file is missing or cannot be read.</exception>
    public DatasetListing? List(DatasetId id)
    {
        if (DatasetFormats.Of(id).Folders is not [var official, ..]) return null;
        var files = Locate(id);
        return new DatasetListing(id, files.Fingerprint(), files.Folder, official, [.. files.All.Select(file => new FileCheck(file.Name, file.LengthBytes, file.Sha256))]);
    }

    private DatasetFiles Locate(DatasetId id) => DatasetFiles.Locate(id, _dataFolder, _hashes);

    private Dataset Read(DatasetRecipe recipe)
    {
        var files = Locate(recipe.Name);
        var whole = new Dataset(recipe.Name, recipe.Fingerprint, files.ReadTrain(), files.ReadTest());

        // Taken after reading, from the bytes that were read: the files cannot change in between.
        var found = files.Fingerprint();
        if (found != recipe.Fingerprint)
            throw new DatasetException(
                $"the files of dataset '{recipe.Name}' in '{files.Folder}' have fingerprint {found}, "
                + $"but this work was planned with {recipe.Fingerprint}: "
                + "put the files of that time back, or submit the sweep again to use these");
        return recipe.Subset is { } subset ? Subset(whole, subset) : whole;
    }

    private static Dataset Subset(Dataset whole, SubsetSpec subset) => whole with
    {
        Train = First(whole, "train", whole.Train, subset.Train, subset.Seed, split: 0),
        Test = First(whole, "test", whole.Test, subset.Test, subset.Seed, split: 1),
    };

    private static ImageSet First(Dataset whole, string name, ImageSet images, int count, int seed, int split)
    {
        if (count < 1 || count > images.Count)
            throw new DatasetException(
                $"subset.{name} is {count}, but dataset '{whole.Id}' has {images.Count} {name} images; allowed are 1 to {images.Count}");
        var random = new CounterRandom(seed, RandomStream.Subset, sample: split);
        return images.Take(random.Permutation(images.Count).AsSpan(0, count));
    }
}
