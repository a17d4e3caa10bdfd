using System.Globalization;
using System.Text.Json;
using SimXir.Dynamics;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>Figure 3 of the paper: clustering accuracy after each step, in the reference's four decimals.</summary>
public sealed class IrisChecks : IReferenceChecks
{
    private const string Accuracies = "accuracy_after_t_steps";
    private const int Decimals = 4;

    public string File => "iris";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        var reference = folder.Tensors(File);
        var expected = Parse(reference.Text(Accuracies));
        int[] labels = [.. reference.Integers("labels").Select(label => (int)label)];
        var accuracies = IrisExperiment.Accuracies(reference.Rows("points"), labels, expected.Keys.Max());
        foreach (var (t, accuracy) in expected.OrderBy(pair => pair.Key))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"accuracy.{t}");
            checks.Compare(name, [accuracy], [Math.Round(accuracies[t], Decimals)], Tolerance.None);
        }
    }

    private Dictionary<int, double> Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<int, double>>(text) is { Count: > 0 } accuracies && accuracies.Keys.Min() >= 0
                ? accuracies
                : throw new ReferenceException($"{File}.safetensors has no step in '{Accuracies}'");
        }
        catch (JsonException fault)
        {
            throw new ReferenceException($"{File}.safetensors has a broken '{Accuracies}': {fault.Message}", fault);
        }
    }
}
