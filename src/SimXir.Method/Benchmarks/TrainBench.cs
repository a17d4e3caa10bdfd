using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Training steps as a pretraining round does them, views, optimizer and report included, on random images.</summary>
public static class TrainBench
{
    private const int ViewsPerImage = 2;

    public static BenchResult Run(TrainBenchOptions options, TimeProvider? time = null)
    {
        var steps = new StepTimes(options.WarmUp, options.Steps, time ?? TimeProvider.System);
        var inputs = new RoundInputs(
            Images((options.WarmUp + options.Steps + 2) * options.Batch),
            ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty,
            Checkpoint: null,
            options.Threads,
            Device: "cpu");
        new RoundEngine(time).Run(Recipe(options, inputs.Dataset), inputs, steps);

        var seconds = Median.Of(steps.Seconds);
        return new BenchResult("train", ViewsPerImage * options.Batch / seconds, "views/s", new JsonObject
        {
            ["method"] = options.Method.Id.Name,
            ["arch"] = options.Backbone.Arch,
            ["width"] = options.Backbone.Width,
            ["batch"] = options.Batch,
            ["precision"] = SpecWords.Of(options.Precision),
            ["threads"] = options.Threads,
            ["steps"] = options.Steps,
            ["stepSeconds"] = seconds,
            ["fastestStepSeconds"] = steps.Seconds.Min(),
            ["slowestStepSeconds"] = steps.Seconds.Max(),
            ["managedBytesPerStep"] = Math.Round(steps.BytesPerStep),
            ["peakResidentBytes"] = PeakMemory.Resident(),
        });
    }

    private static PretrainRecipe Recipe(TrainBenchOptions options, Dataset dataset) => new()
    {
        Engine = Engine.Version,
        Dataset = new DatasetRecipe(dataset.Id, dataset.Fingerprint, null),
        Backbone = options.Backbone,
        Seed = 0,
        Precision = options.Precision,
        Parents = [],
        Method = options.Method,
        Pretrain = new PretrainSpec { Epochs = 1, Batch = options.Batch, BlockEpochs = 1 },
        Views = new ViewSpec(),
        FromEpoch = 0,
        ToEpoch = 1,
    };

    private static Dataset Images(int count)
    {
        var images = BenchImages.Of(count);
        return new Dataset(DatasetId.Parse("cifar10"), new string('0', 64), images, images);
    }
}
