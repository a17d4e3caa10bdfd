using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The datasets last used; whoever asks for one that is being read waits for that reading.</summary>
internal sealed class DatasetCache
{
    /// <summary>The three datasets of the paper and one more; whole ones take 150 to 300 MB each.</summary>
    private const int Capacity = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<(DatasetRecipe Recipe, Lazy<Dataset> Dataset)> _newestFirst = new();

    public Dataset Get(DatasetRecipe recipe, Func<Dataset> read)
    {
        var entry = Entry(recipe, read);
        try
        {
            return entry.Value;
        }
        catch
        {
            // A fault is not kept: the user may cure it and ask again.
            Forget(entry);
            throw;
        }
    }

    /// <summary>Lets go of every dataset that is kept and not being read.</summary>
    /// <returns>The bytes of their images, which are free as soon as nobody works on them any more.</returns>
    public long Forget()
    {
        lock (_lock)
        {
            var known = _newestFirst.Where(entry => entry.Dataset.IsValueCreated).ToArray();
            foreach (var entry in known) _newestFirst.Remove(entry);
            return known.Sum(entry => Bytes(entry.Dataset.Value.Train) + Bytes(entry.Dataset.Value.Test));
        }

        static long Bytes(ImageSet images) => (long)images.Count * images.ImageBytes;
    }

    private Lazy<Dataset> Entry(DatasetRecipe recipe, Func<Dataset> read)
    {
        lock (_lock)
        {
            var node = _newestFirst.First;
            while (node is not null && node.Value.Recipe != recipe) node = node.Next;
            if (node is not null) _newestFirst.Remove(node);
            else node = new((recipe, new Lazy<Dataset>(read)));
            _newestFirst.AddFirst(node);
            if (_newestFirst.Count > Capacity) _newestFirst.RemoveLast();
            return node.Value.Dataset;
        }
    }

    private void Forget(Lazy<Dataset> entry)
    {
        lock (_lock)
        {
            var node = _newestFirst.First;
            while (node is not null && node.Value.Dataset != entry) node = node.Next;
            if (node is not null) _newestFirst.Remove(node);
        }
    }
}
