namespace SimXir.Experiments;

/// <summary>What <see cref="Precision.Auto"/> stands for; asked once, when a sweep is submitted.</summary>
public static class PrecisionChoice
{
    /// <summary>What a recipe may hold: never <see cref="Precision.Auto"/>. The engine computes in fp32 alone so far.</summary>
    public static Precision Resolve(Precision asked) => asked == Precision.Auto ? Precision.Fp32 : asked;
}
