namespace SimXir.Grid;

/// <summary>What a round asks of the worker that holds it.</summary>
public enum RoundStop
{
    /// <summary>To go on.</summary>
    None,

    /// <summary>To checkpoint and give the slot back.</summary>
    Yield,

    /// <summary>To give the slot back at once.</summary>
    Cancel,

    /// <summary>To checkpoint and give the slot to a round of a higher priority, whoever wants this one.</summary>
    MakeRoom,
}
