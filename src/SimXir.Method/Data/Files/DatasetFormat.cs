using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>The official files of a dataset of the catalog: which they are, where they come from, how they are read.</summary>
/// <remarks>A class that derives from this is found by itself, under its <see cref="Name"/>.</remarks>
internal abstract class DatasetFormat
{
    /// <summary>The dataset's name in the catalog.</summary>
    public abstract string Name { get; }

    /// <summary>The names that its folder may have, the official one first; empty where it ships with the program.</summary>
    public abstract ImmutableArray<string> Folders { get; }

    /// <summary>The files of the folder, for people.</summary>
    public abstract string Contents { get; }

    /// <summary>What to do when a file is missing or broken, for people.</summary>
    public abstract string Cure { get; }

    /// <summary>What <c>simxir data fetch</c> downloads; empty where it cannot.</summary>
    public virtual ImmutableArray<OfficialFile> Downloads => [];

    /// <summary>The files of a split, in the order in which they are read. Throws <see cref="DatasetException"/> where one is
    /// missing.</summary>
    public abstract ImmutableArray<DataFile> Locate(DataFolder folder, bool train);

    /// <summary>The images of a split, of which there is at least one. Throws <see cref="DatasetException"/> where a file is
    /// broken.</summary>
    public abstract ImageSet Read(ImmutableArray<DataFile> split, int classes);
}
