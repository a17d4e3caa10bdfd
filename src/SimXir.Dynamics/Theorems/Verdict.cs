namespace SimXir.Dynamics;

/// <summary>What the search says of a claim. Only a counterexample proves anything; the proofs of what holds are in this folder's README.</summary>
public enum Verdict
{
    /// <summary>It held in every case.</summary>
    Holds,

    /// <summary>It held in every case that met a condition beyond the paper's.</summary>
    HoldsUnder,

    /// <summary>There is a counterexample.</summary>
    Fails,

    /// <summary>No case met its conditions.</summary>
    Untried,
}
