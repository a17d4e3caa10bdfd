using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The files of one dataset, found on disk or inside the program.</summary>
internal abstract class DatasetFiles
{
    /// <summary>Where they are.</summary>
    public abstract string Folder { get; }

    /// <summary>1 or more.</summary>
    public abstract int Classes { get; }

    /// <summary>SHA-256 of one line a file, in ordinal order: its name, a blank, its SHA-256.</summary>
    public abstract string Fingerprint();

    /// <summary>Exactly the images that the recipe names, from files whose hashes <see cref="Fingerprint"/> then tells.</summary>
    /// <exception cref="DatasetException">A file is missing or broken, or the subset is larger than the dataset.</exception>
    public abstract Dataset Read(DatasetRecipe recipe);

    /// <summary>Throws where <see cref="Read"/> would need more memory than is free; official files are small.</summary>
    /// <param name="recipe">What is to be read.</param>
    /// <param name="freeBytes">As much as is free.</param>
    /// <param name="forget">Lets go of what was read before, where it is in the way; tells how many bytes that frees.</param>
    public virtual void RequireRoom(DatasetRecipe recipe, long freeBytes, Func<long> forget)
    {
        // Those of the paper take 150 to 300 MB.
    }

    /// <summary>How many images <see cref="Read"/> would give to train on.</summary>
    public virtual int CountTrain(DatasetRecipe recipe) => Read(recipe).Train.Count;

    /// <summary>Reads and checks everything.</summary>
    public abstract DatasetCheck Check();

    /// <summary>What a store would keep of it; null where it ships with the program.</summary>
    public abstract DatasetListing? List();

    /// <summary>One of <see cref="List"/>'s files.</summary>
    public abstract Stream Open(string name);

    public static DatasetFiles Locate(DatasetId id, string? dataFolder, FileHashes hashes) => id.IsImageFolder
        ? new ImageFolderFiles(id, dataFolder, hashes)
        : new OfficialFiles(id, dataFolder, hashes);

    /// <summary>The numbers of the images that a subset keeps, of a split of so many; null for all.</summary>
    protected static int[]? Chosen(DatasetRecipe recipe, bool train, int images)
    {
        if (recipe.Subset is not { } subset) return null;
        var (name, count) = train ? ("train", subset.Train) : ("test", subset.Test);
        if (count < 1 || count > images)
            throw new DatasetException(
                $"subset.{name} is {count}, but dataset '{recipe.Name}' has {images} {name} images; allowed are 1 to {images}");
        var random = new CounterRandom(subset.Seed, RandomStream.Subset, sample: train ? 0 : 1);
        return random.Permutation(images)[..count];
    }
}
