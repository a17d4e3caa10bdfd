namespace SimXir.Experiments;

/// <summary>Self-supervised pretraining: a cosine schedule over all epochs, in blocks that are leased, cached and resumed one by one.</summary>
public sealed record PretrainSpec
{
    /// <summary>An import that stands for the whole pretraining: nothing is pretrained, and nothing else here counts.</summary>
    /// <value>Default null: pretrain. With an import there is exactly one method, the one that its figures are filed under.</value>
    public ImportId? From { get; init; }

    /// <value>Default 800 (the paper, section 5); 1 to 100,000.</value>
    public int Epochs { get; init; } = 800;

    /// <summary>Images a step; a last, smaller batch of an epoch is dropped.</summary>
    /// <value>Default 512; 2 to 65,536.</value>
    public int Batch { get; init; } = 512;

    /// <summary>Epochs of one round.</summary>
    /// <value>Default 50; 1 to 100,000.</value>
    public int BlockEpochs { get; init; } = 50;

    /// <summary>The learning rate of a batch of 256; the one used is this x Batch / 256.</summary>
    /// <value>Default 0.03 (SimSiam, appendix D); above 0, to 1,000.</value>
    public double BaseLearningRate { get; init; } = 0.03;

    /// <value>Default 0.9; 0 to below 1.</value>
    public double Momentum { get; init; } = 0.9;

    /// <value>Default 5e-4; 0 to 1.</value>
    public double WeightDecay { get; init; } = 5e-4;

    /// <value>Default sgd.</value>
    public OptimizerKind Optimizer { get; init; }

    /// <summary>LARS's eta: the length of a layer's step, as a part of its weights' norm, at a learning rate of 1.</summary>
    /// <value>Default 0.001; above 0, to 1. Unused with sgd.</value>
    public double TrustCoefficient { get; init; } = 0.001;

    /// <summary>Epochs over which the learning rate rises from 0 before the cosine begins.</summary>
    /// <value>Default 0; 0 to Epochs.</value>
    public int WarmupEpochs { get; init; }

    /// <summary>Whether the learning rate moves with each step or with each epoch.</summary>
    /// <value>Default step.</value>
    public ScheduleUnit Schedule { get; init; }
}
