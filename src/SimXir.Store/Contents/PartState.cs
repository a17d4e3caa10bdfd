namespace SimXir.Store;

/// <summary>Whether a part is what its reference says.</summary>
public enum PartState
{
    /// <summary>It is there with the right length and hash.</summary>
    Sound,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there with another length or hash.</summary>
    Corrupt,
}
