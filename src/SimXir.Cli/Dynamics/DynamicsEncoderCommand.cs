using System.CommandLine;
using System.Globalization;
using SimXir.Host;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir dynamics encoder</c>: whether SimXIR contracts and alienates learned representations.</summary>
public static class DynamicsEncoderCommand
{
    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var (store, data, threads, output) = (CommonOptions.Store(), CommonOptions.Data(), BenchOptions.Threads(), new DynamicsOutput());
        var images = NumberOptions.Whole("--images", "Test images, evenly spread over the split", 200, most: 5000);
        var views = NumberOptions.Whole("--views", "Random views of each", 8, most: 1000);
        var radius = new Option<double>("--radius")
        {
            Description = "Views of any images this near (root of the mean squared difference of pixels from 0 to 1) are neighbours; 0: only those of one image",
            HelpName = "R",
        };
        var seed = new Option<int>("--seed") { Description = "Of the views", DefaultValueFactory = _ => 0, HelpName = "N" };
        var command = new Command("encoder", "Measure the representations of a sweep, before and after fine-tuning") { sweep, store, data, images, views, radius, seed, threads };
        output.AddTo(command);
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var options = new EncoderStudyOptions
            {
                Images = parsed.GetValue(images),
                Views = parsed.GetValue(views),
                Radius = parsed.GetValue(radius),
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
            };
            var name = Names.Sweep(parsed.GetValue(sweep)!);
            var studies = await MeasureAsync(parsed.GetValue(store)!, parsed.GetValue(data), options, name, cancellation);
            return output.Tell(parsed, () => EncoderText.Of(Title(name.Value, options), studies), () => new { sweep = name, options, experiments = studies }, () => [EncoderFigure.Of(studies)]);
        });
        return command;
    }

    private static async Task<IReadOnlyList<EncoderStudy>> MeasureAsync(
        string store, string? data, EncoderStudyOptions options, Experiments.SweepId sweep, CancellationToken cancellation)
    {
        if (options.Images < 2) throw new InputException($"--images {options.Images}: one image has no other to move away from; take 2 or more");
        if (!(options.Radius >= 0)) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--radius {options.Radius} is out of range; allowed is 0 or more"));
        return await EncoderStudies.MeasureAsync(sweep, store, data, options, Console.IsErrorRedirected ? null : Tell, cancellation);
    }

    private static void Tell(Experiments.ExperimentId experiment, int number, int all) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"measuring {experiment} ({number} of {all})"));

    private static string Title(string sweep, EncoderStudyOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"Sweep {sweep}: {options.Images} test images, each with {options.Views} random views (seed {options.Seed}); {(options.Radius == 0 ? "neighbours are the views of one image" : $"neighbours are the views of one image and those within {options.Radius}")}");
}
