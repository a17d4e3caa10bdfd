namespace SimXir.Dynamics;

/// <summary>What the search found of a claim.</summary>
/// <param name="Theorem">Such as <c>4.3</c>, or <c>A.3</c>.</param>
/// <param name="Name">Of the claim, and of its counterexample.</param>
/// <param name="Text">What it says.</param>
/// <param name="Condition">Beyond the paper's own; null where there is none.</param>
/// <param name="Cases">How many met its conditions.</param>
/// <param name="Held">In how many of these it held.</param>
/// <param name="Example">The smallest counterexample found; null where all held.</param>
public sealed record ClaimResult(string Theorem, string Name, string Text, string? Condition, int Cases, int Held, Counterexample? Example)
{
    /// <summary>What is to be said of it.</summary>
    public Verdict Verdict => Example is not null ? Verdict.Fails : Cases == 0 ? Verdict.Untried : Condition is null ? Verdict.Holds : Verdict.HoldsUnder;
}
