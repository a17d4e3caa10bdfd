using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary><c>simxir data baselines</c>: what an encoder has to beat on a sweep's datasets.</summary>
public static class BaselinesCommand
{
    public static Command Create()
    {
        var spec = new Argument<string>("SPEC") { Description = "A YAML file or a built-in spec: its datasets, subset, backbone, first seed and numbers of neighbours are used" };
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("baselines", "kNN of raw pixels and of an untrained encoder, which every method has to beat") { spec, data, json };
        command.SetGuarded((parsed, _) =>
        {
            var rows = Judge(SpecSource.Load(parsed.GetValue(spec)!).Spec, new Datasets(parsed.GetValue(data)));
            Console.Out.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(new { baselines = rows }, CorridorJson.Options) + Environment.NewLine : BaselinesText.Of(rows));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static BaselineRow[] Judge(SweepSpec spec, Datasets datasets) => [.. spec.Datasets.Select(id => new BaselineRow(
        id,
        Baselines.Judge(
            datasets.Load(DatasetRecipe.Of(spec, id, datasets.Fingerprint(id))),
            spec.Backbone,
            spec.Seeds[0],
            spec.Evaluate.Knn,
            Environment.ProcessorCount)))];
}
