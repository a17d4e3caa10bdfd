namespace SimXir.Experiments;

/// <summary>How a linear classifier is fitted to frozen features.</summary>
public enum ProbeKind
{
    /// <summary>SimSiam's protocol, verbatim: LARS on random crops and flips, batch 4,096, learning rate 1.6, 90 epochs. On small sets it is
    /// far from converged, and so sensitive to the features' scale and spread.</summary>
    Paper,

    /// <summary>Multinomial logistic regression on un-augmented features, solved until its gradient vanishes.</summary>
    Converged,
}
