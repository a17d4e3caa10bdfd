namespace SimXir.Store;

/// <summary>What an operation knows of its own earlier tries.</summary>
internal sealed class Tries
{
    /// <summary>Tries begun, the running one included.</summary>
    public int Count { get; set; }

    /// <summary>The newest fault that says something; a timeout or cancellation does not.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Whether an earlier try failed: it may have landed all the same, with only its answer lost.</summary>
    public bool MayHaveLanded => Count > 1;
}
