using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The official files of a dataset of the catalog.</summary>
internal sealed class OfficialFiles : DatasetFiles
{
    private readonly DatasetId _id;
    private readonly DatasetFormat _format;
    private readonly ImmutableArray<DataFile> _train, _test;

    public OfficialFiles(DatasetId id, string? dataFolder, FileHashes hashes)
    {
        (_id, _format) = (id, DatasetFormats.Of(id));
        Classes = id.Info.Classes ?? throw new InvalidOperationException($"the catalog does not say how many classes dataset '{id}' has");
        var folder = _format.Folders.IsEmpty
            ? DataFolder.Shipped(id.Name, _format)
            : DataFolder.OnDisk(DataPlace.Find(id, dataFolder, _format.Folders, _format.Contents, _format.Cure), _format, hashes);
        (Folder, _train, _test) = (folder.Path, _format.Locate(folder, train: true), _format.Locate(folder, train: false));
    }

    public override string Folder { get; }

    public override int Classes { get; }

    private IEnumerable<DataFile> All => _train.Concat(_test).OrderBy(file => file.Name, StringComparer.Ordinal);

    public override string Fingerprint() => Fingerprints.Of(All.Select(file => (file.Name, file.Sha256)));

    public override Dataset Read(DatasetRecipe recipe) => new(
        _id, recipe.Fingerprint, Part(recipe, train: true, _format.Read(_train, Classes)), Part(recipe, train: false, _format.Read(_test, Classes)));

    public override DatasetCheck Check()
    {
        var (train, test) = (_format.Read(_train, Classes), _format.Read(_test, Classes));
        return new DatasetCheck(_id, Fingerprint(), Folder, Checks(), SplitCheck.Of(train), SplitCheck.Of(test));
    }

    public override DatasetListing? List() => _format.Folders is [var official, ..] ? new(_id, Fingerprint(), Folder, official, Checks()) : null;

    public override Stream Open(string name) => File.OpenRead(Path.Combine(Folder, name));

    private ImmutableArray<FileCheck> Checks() => [.. All.Select(file => new FileCheck(file.Name, file.LengthBytes, file.Sha256))];

    private static ImageSet Part(DatasetRecipe recipe, bool train, ImageSet images) =>
        Chosen(recipe, train, images.Count) is { } chosen ? images.Take(chosen) : images;
}
