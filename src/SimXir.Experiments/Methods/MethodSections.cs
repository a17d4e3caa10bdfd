namespace SimXir.Experiments;

/// <summary>The maps <c>moco</c>, <c>simclr</c>, <c>byol</c> and <c>simsiam</c> of a spec, with the ranges that their records document.</summary>
internal static class MethodSections
{
    private static readonly NumberRange Width = new(1, 65_536);
    private static readonly NumberRange Temperature = new(0, 100, AboveMin: true);

    public static MethodOptions Read(MapReader spec) => new()
    {
        Moco = Moco(spec.Section("moco")),
        SimClr = SimClr(spec.Section("simclr")),
        Byol = Byol(spec.Section("byol")),
        SimSiam = SimSiam(spec.Section("simsiam")),
    };

    private static MocoSpec Moco(MapReader map)
    {
        var defaults = new MocoSpec();
        var spec = new MocoSpec
        {
            BaseLearningRate = map.OptionalNumber("baseLearningRate", SpecSections.LearningRate),
            Momentum = map.Number("momentum", defaults.Momentum, NumberRange.Fraction),
            Queue = map.Int("queue", defaults.Queue, new NumberRange(2, 1_048_576)),
            Temperature = map.Number("temperature", defaults.Temperature, Temperature),
            Symmetric = map.Switch("symmetric", defaults.Symmetric),
            BatchNormSplits = map.Int("batchNormSplits", defaults.BatchNormSplits, new NumberRange(1, 64)),
            Hidden = map.Int("hidden", defaults.Hidden, Width),
            Output = map.Int("output", defaults.Output, Width),
        };
        map.RefuseOthers();
        return spec;
    }

    private static SimClrSpec SimClr(MapReader map)
    {
        var defaults = new SimClrSpec();
        var spec = new SimClrSpec
        {
            BaseLearningRate = map.OptionalNumber("baseLearningRate", SpecSections.LearningRate),
            Temperature = map.Number("temperature", defaults.Temperature, Temperature),
            Hidden = map.Int("hidden", defaults.Hidden, Width),
            Output = map.Int("output", defaults.Output, Width),
        };
        map.RefuseOthers();
        return spec;
    }

    private static ByolSpec Byol(MapReader map)
    {
        var defaults = new ByolSpec();
        var spec = new ByolSpec
        {
            BaseLearningRate = map.OptionalNumber("baseLearningRate", SpecSections.LearningRate),
            Tau = map.Number("tau", defaults.Tau, NumberRange.Fraction),
            TauSchedule = map.Word("tauSchedule", defaults.TauSchedule, "tau schedule", SpecWords.Known<TauSchedule>()),
            ProjectorBatchNorm = map.Switch("projectorBatchNorm", defaults.ProjectorBatchNorm),
            Hidden = map.Int("hidden", defaults.Hidden, Width),
            Output = map.Int("output", defaults.Output, Width),
            PredictorHidden = map.Int("predictorHidden", defaults.PredictorHidden, Width),
        };
        map.RefuseOthers();
        return spec;
    }

    private static SimSiamSpec SimSiam(MapReader map)
    {
        var defaults = new SimSiamSpec();
        var spec = new SimSiamSpec
        {
            BaseLearningRate = map.OptionalNumber("baseLearningRate", SpecSections.LearningRate),
            FixedPredictorLearningRate = map.Switch("fixedPredictorLearningRate", defaults.FixedPredictorLearningRate),
            Hidden = map.Int("hidden", defaults.Hidden, Width),
            Output = map.Int("output", defaults.Output, Width),
            PredictorHidden = map.Int("predictorHidden", defaults.PredictorHidden, Width),
        };
        map.RefuseOthers();
        return spec;
    }
}
