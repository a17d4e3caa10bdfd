namespace SimXir.Experiments;

/// <summary>How a linear classifier is fitted to frozen features.</summary>
public enum ProbeKind
{
    /// <summary>Multinomial logistic regression on un-augmented features, solved until its gradient vanishes.</summary>
    Converged,
}
