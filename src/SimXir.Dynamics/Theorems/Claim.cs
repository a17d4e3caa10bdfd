namespace SimXir.Dynamics;

/// <summary>One reading of one of the paper's statements, in a form that a case can refute.</summary>
/// <param name="Theorem">Such as <c>4.3</c>.</param>
/// <param name="Name">Such as <c>contraction-strict-step</c>; its counterexample is known by it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Condition">Under which condition beyond the paper's own; null where it is the paper's.</param>
/// <param name="Geometry">Of its representations.</param>
/// <param name="Groups">1 or 2: how many it is about.</param>
/// <param name="Try">What it says of a case.</param>
internal sealed record Claim(string Theorem, string Name, string Text, string? Condition, Geometry Geometry, int Groups, Func<CaseRun, Outcome> Try)
{
    /// <summary>What it says of a case.</summary>
    public Outcome Of(TheoremCase theCase) =>
        theCase.Groups.Length < Groups || theCase.Groups.Any(group => !group.IsConnected) ? Outcome.NotMet : Of(CaseRun.Of(theCase.First(Groups), Geometry));

    /// <summary>What it says of a case that was run.</summary>
    /// <param name="run">Null where the dynamics are not defined, which says nothing.</param>
    public Outcome Of(CaseRun? run)
    {
        if (run is null) return Outcome.NotMet;
        try
        {
            return Try(run);
        }
        catch (DynamicsException)
        {
            return Outcome.NotMet; // a mean became 0 on the way to the limit: no case of the theorem
        }
    }
}
