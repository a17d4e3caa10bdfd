using System.Collections.Immutable;
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

    /// <summary>What <c>simxir data fetch</c> downloads for a dataset; empty where its authors publish nothing that anybody may
    /// fetch.</summary>
    public static ImmutableArray<OfficialFile> DownloadsOf(DatasetId id) => id.IsImageFolder ? [] : DatasetFormats.Of(id).Downloads;

    /// <summary>SHA-256 over the names and the SHA-256 of the files, 64 lower-case hexadecimal digits. The files are hashed, not parsed,
    /// and hashed again only when their length or time of change differs.</summary>
    /// <exception cref="DatasetException">A file is missing or cannot be read.</exception>
    public string Fingerprint(DatasetId id) => Locate(id).Fingerprint();

    /// <summary>The whole dataset as it is now.</summary>
    /// <exception cref="DatasetException">A file is missing or broken.</exception>
    public Dataset Load(DatasetId id) => Load(new DatasetRecipe(id, Fingerprint(id), Subset: null, id.IsImageFolder ? new ImagesSpec() : null));

    /// <summary>Exactly what the recipe names.</summary>
    /// <exception cref="DatasetException">A file is missing, broken or not the one of the recipe, the subset is larger than the
    /// dataset, or there is too little memory.</exception>
    public Dataset Load(DatasetRecipe recipe) => _cache.Get(recipe, () => Read(recipe));

    /// <summary>How many images <see cref="Load(DatasetRecipe)"/> would give to train on; of a folder of images nothing is decoded.</summary>
    /// <exception cref="DatasetException">A file is missing or broken, or the subset is larger than the dataset.</exception>
    public int CountTrain(DatasetRecipe recipe) => recipe.Name.IsImageFolder ? Locate(recipe.Name).CountTrain(recipe) : Load(recipe).Train.Count;

    /// <summary>Reads and checks everything, and says what is there.</summary>
    /// <exception cref="DatasetException">A file is missing or broken.</exception>
    public DatasetCheck Check(DatasetId id) => Locate(id).Check();

    /// <summary>The files that a store keeps of it, as they are now; null where it ships with the program.</summary>
    /// <exception cref="DatasetException">A file is missing or cannot be read.</exception>
    public DatasetListing? List(DatasetId id) => Locate(id).List();

    /// <summary>Opens one of the files that <see cref="List"/> names.</summary>
    public Stream Open(DatasetId id, string file) => Locate(id).Open(file);

    /// <summary>Where its files are, and how many classes it has; nothing is read of them.</summary>
    /// <exception cref="DatasetException">One is missing.</exception>
    public (string Folder, int Classes) Find(DatasetId id)
    {
        var files = Locate(id);
        return (files.Folder, files.Classes);
    }

    /// <summary>The folders of images in the data folder.</summary>
    public ImmutableArray<DatasetId> ImageFolders() => _dataFolder is not null && Directory.Exists(_dataFolder)
        ? [.. Directory.EnumerateDirectories(_dataFolder).Select(Path.GetFileName).Where(name => DatasetId.IsValid(name) && name!.StartsWith(DatasetId.ImagesPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => DatasetId.Parse(name!))]
        : [];

    /// <summary>Makes a dataset that came out of a store ready to be read.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="folder">Its folder, with the files that <see cref="List"/> named.</param>
    /// <exception cref="DatasetException">A file of it is none that a store was given.</exception>
    public static void Unpack(DatasetId id, string folder)
    {
        if (id.IsImageFolder) ImagePacks.Unpack(folder);
    }

    private DatasetFiles Locate(DatasetId id) => DatasetFiles.Locate(id, _dataFolder, _hashes);

    private Dataset Read(DatasetRecipe recipe)
    {
        var files = Locate(recipe.Name);
        files.RequireRoom(recipe, MemoryRoom.FreeBytes(), _cache.Forget);
        var dataset = files.Read(recipe);

        // Taken after reading, from the bytes that were read: the files cannot change in between.
        var found = files.Fingerprint();
        return found == recipe.Fingerprint ? dataset : throw new DatasetException(
            $"the files of dataset '{recipe.Name}' in '{files.Folder}' have fingerprint {found}, "
            + $"but this work was planned with {recipe.Fingerprint}: "
            + "put the files of that time back, or submit the sweep again to use these");
    }
}
