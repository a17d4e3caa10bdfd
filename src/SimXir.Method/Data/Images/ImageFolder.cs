using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>A folder of images: <c>train/CLASS/FILE</c> and <c>test/CLASS/FILE</c>, as torchvision's ImageFolder has it, whose
/// <c>val</c> is taken for <c>test</c>. Classes are numbered in the ordinal order of their names.</summary>
/// <remarks>Links below the folder are refused, so that nothing outside it is ever read; names that begin with a dot, and files of other
/// kinds, are passed over.</remarks>
internal sealed class ImageFolder
{
    public const string Contents = "train/CLASS/FILE and test/CLASS/FILE (png, jpg, jpeg, webp or bmp; 'val' may stand for 'test')";

    public const string Cure = "make it so, with at least one image in each class of both splits";

    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp", ".bmp"];

    private ImageFolder(string path, ImmutableArray<string> classes, ImmutableArray<ImageFile> train, ImmutableArray<ImageFile> test) =>
        (Path, Classes, Train, Test) = (path, classes, train, test);

    public string Path { get; }

    /// <summary>By label.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>By class, then by name.</summary>
    public ImmutableArray<ImageFile> Train { get; }

    /// <inheritdoc cref="Train"/>
    public ImmutableArray<ImageFile> Test { get; }

    /// <summary>In the ordinal order of their names.</summary>
    public IEnumerable<ImageFile> All => Train.Concat(Test).OrderBy(file => file.Name, StringComparer.Ordinal);

    /// <summary>Lists it; no image is opened.</summary>
    /// <exception cref="DatasetException">It has another form.</exception>
    public static ImageFolder Scan(string path)
    {
        try
        {
            var (train, test) = (Split(path, "train"), Split(path, "test", "val"));
            var classes = ClassesOf(train);
            SameClasses(train, classes, test, ClassesOf(test));
            return new ImageFolder(path, classes, FilesOf(train, classes), FilesOf(test, classes));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{path}' cannot be listed ({fault.Message.TrimEnd('.')}); {Cure}", fault);
        }
    }

    public string PathOf(ImageFile file) => System.IO.Path.Combine(Path, file.Name);

    private static DirectoryInfo Split(string path, params ReadOnlySpan<string> names)
    {
        DirectoryInfo? found = null;
        foreach (var name in names)
        {
            var split = new DirectoryInfo(System.IO.Path.Combine(path, name));
            if (!split.Exists) continue;
            NoLink(split);
            found = found is null ? split : throw new DatasetException($"'{path}' has both '{found.Name}' and '{name}'; one of them is the test split: rename the other");
        }
        return found ?? throw new DatasetException($"'{path}' has no folder '{string.Join("' or '", names.ToArray())}'; it must hold {Contents}: {Cure}");
    }

    private static ImmutableArray<string> ClassesOf(DirectoryInfo split)
    {
        var folders = split.EnumerateDirectories().Where(folder => folder.Name[0] != '.').ToArray();
        foreach (var folder in folders) NoLink(folder);
        return folders.Length > 0 ? [.. folders.Select(folder => folder.Name).Order(StringComparer.Ordinal)] : throw new DatasetException($"'{split.FullName}' has no folder of a class; it must hold one for each: {Cure}");
    }

    private static void SameClasses(DirectoryInfo train, ImmutableArray<string> inTrain, DirectoryInfo test, ImmutableArray<string> inTest)
    {
        Missing(train, inTrain, test, inTest);
        Missing(test, inTest, train, inTrain);

        static void Missing(DirectoryInfo here, ImmutableArray<string> classes, DirectoryInfo there, ImmutableArray<string> others)
        {
            if (classes.Except(others, StringComparer.Ordinal).ToArray() is { Length: > 0 } missing)
                throw new DatasetException(
                    $"'{here.FullName}' has {(missing.Length == 1 ? "class" : $"{missing.Length} classes, such as")} '{missing[0]}', which '{there.FullName}' lacks; both splits must have the same classes: add it there, or take it away here");
        }
    }

    private static ImmutableArray<ImageFile> FilesOf(DirectoryInfo split, ImmutableArray<string> classes)
    {
        var files = ImmutableArray.CreateBuilder<ImageFile>();
        for (var label = 0; label < classes.Length; label++)
        {
            var before = files.Count;
            var folder = new DirectoryInfo(System.IO.Path.Combine(split.FullName, classes[label]));
            foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => entry.Name[0] != '.').OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                NoLink(entry);
                if (entry is not FileInfo file) throw new DatasetException($"'{entry.FullName}' is a folder inside a class, whose images must lie next to each other: {Cure}");
                if (!Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) continue;
                if (file.Name.Any(char.IsControl) || classes[label].Any(char.IsControl)) throw new DatasetException($"'{file.FullName}' has a control character in its name: rename it");
                files.Add(new ImageFile($"{split.Name}/{classes[label]}/{file.Name}", label, file.Length, file.LastWriteTimeUtc));
            }
            if (files.Count == before) throw new DatasetException($"'{folder.FullName}' holds no image (png, jpg, jpeg, webp or bmp): {Cure}");
        }
        return files.ToImmutable();
    }

    private static void NoLink(FileSystemInfo entry)
    {
        if (entry.LinkTarget is { } target)
            throw new DatasetException($"'{entry.FullName}' is a link to '{target}'; nothing outside the folder is read: copy what it names, or make the whole folder the link");
    }
}
