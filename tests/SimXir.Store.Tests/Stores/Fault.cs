namespace SimXir.Store.Tests;

/// <summary>What befalls one operation.</summary>
public enum Fault
{
    None,

    /// <summary>It never reached the store.</summary>
    Before,

    /// <summary>It was carried out, and only the answer was lost.</summary>
    After,
}
