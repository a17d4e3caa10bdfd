namespace SimXir.Experiments;

/// <summary>What <see cref="Precision.Auto"/> stands for; asked once, when a sweep is submitted.</summary>
public static class PrecisionChoice
{
    /// <summary>What a recipe may hold: never <see cref="Precision.Auto"/>.</summary>
    /// <param name="asked">By the spec.</param>
    /// <param name="best">What the devices that will train do fastest; not <see cref="Precision.Auto"/>.</param>
    public static Precision Resolve(Precision asked, Precision best) => asked == Precision.Auto ? best : asked;
}
