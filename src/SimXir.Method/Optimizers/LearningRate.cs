namespace SimXir.Method;

/// <summary>A learning rate as a pure function of the step, so that a resumed run needs no scheduler state.</summary>
public abstract record LearningRate
{
    /// <param name="done">Steps done of the whole schedule, counted from 0.</param>
    public abstract double At(long done);

    public static LearningRate Constant(double rate) => new ConstantRate(rate);

    /// <summary>
    /// first x (1 + cos(pi u / units)) / 2 with u = done / stepsPerUnit rounded down: a step per unit makes it smooth, an epoch's steps
    /// per unit make it SimSiam's, which stays level within an epoch. Without a warm-up the first rate is used in full; with one the rate rises in
    /// equal parts, first (u + 1) / warmup, and the cosine runs over the units that are left.
    /// </summary>
    public static LearningRate Cosine(double first, long units, long stepsPerUnit = 1, long warmup = 0) =>
        new CosineRate(first, units, stepsPerUnit, warmup);

    private sealed record ConstantRate(double Rate) : LearningRate
    {
        public override double At(long done) => Rate;
    }

    private sealed record CosineRate(double First, long Units, long StepsPerUnit, long Warmup) : LearningRate
    {
        public override double At(long done) => done / StepsPerUnit is var unit && unit < Warmup
            ? First * (unit + 1) / Warmup
            : First * 0.5 * (1 + Math.Cos(Math.PI * (unit - Warmup) / (Units - Warmup)));
    }
}
