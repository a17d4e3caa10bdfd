namespace SimXir.Method;

/// <summary>Images and some random views of each: what an encoder's dynamics are measured on.</summary>
/// <param name="Images">N, the first point of each is itself.</param>
/// <param name="Views">V random views of each.</param>
/// <param name="Seed">Of the views.</param>
public sealed record ViewSample(ImageSet Images, int Views, int Seed)
{
    /// <summary>Points of each image: itself and its views.</summary>
    public int Each => Views + 1;

    /// <summary>N x (V + 1).</summary>
    public int Points => Images.Count * Each;

    /// <summary>Images evenly spread over a split, so that one that is sorted by class gives all classes.</summary>
    /// <param name="images">The split.</param>
    /// <param name="count">1 to as many as it has.</param>
    /// <param name="views">1 or more.</param>
    /// <param name="seed">Of the views.</param>
    public static ViewSample Of(ImageSet images, int count, int views, int seed) =>
        new(images.Take([.. Enumerable.Range(0, count).Select(i => (int)((long)i * images.Count / count))]), views, seed);

    internal ViewKey Key(int view) => new(Seed, Epoch: view, View: 0, Stream: RandomStream.DynamicsViews);
}
