namespace SimXir.Method;

/// <summary>What a random number is for. Streams never overlap; the numbers decide results and are never reassigned.</summary>
#pragma warning disable CA1711 // "stream" is the word of the literature on random numbers; no reader takes it for System.IO.Stream
public enum RandomStream
{
    /// <summary>The order of the images in an epoch.</summary>
    Order = 0,

    /// <summary>Crops, jitter and flips of a view.</summary>
    Views = 1,

    /// <summary>Initial weights.</summary>
    Weights = 2,

    /// <summary>Which images a subset keeps.</summary>
    Subset = 3,

    /// <summary>The first content of a queue of negatives.</summary>
    Queue = 4,

    /// <summary>Which images are watched during training.</summary>
    Monitor = 5,

    /// <summary>The order in which MoCo's key network sees a batch.</summary>
    Shuffle = 6,

    /// <summary>Crops and flips that the paper's linear probe trains on.</summary>
    ProbeViews = 7,

    /// <summary>The order of the images in an epoch of the paper's linear probe.</summary>
    ProbeOrder = 8,

    /// <summary>Initial weights of the paper's linear probe.</summary>
    ProbeWeights = 9,

    /// <summary>Crops, jitter and flips of the views that an encoder's dynamics are measured on.</summary>
    DynamicsViews = 10,

    /// <summary>The order of the images of a folder.</summary>
    Folder = 11,
}
