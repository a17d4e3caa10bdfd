using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The training of the pretraining method whose options are a <typeparamref name="TSpec"/>: exactly one class has it.</summary>
public interface ILearningMethod<in TSpec>
    where TSpec : MethodSpec
{
    /// <param name="spec">The options.</param>
    /// <param name="setup">Encoders, seed and device.</param>
    static abstract LearningMethod Build(TSpec spec, MethodSetup setup);
}
