using System.Globalization;

namespace SimXir.Experiments.Tests;

/// <summary>Round keys are names in every store: they may change only together with <see cref="Engine.Version"/> or a recipe's form,
/// and then all cached work is lost.</summary>
public sealed class GoldenKeyTests
{
    [Fact]
    public void Keys_OfACommittedSpec_AreTheCommittedOnes() => Assert.Equal(Golden.Keys, Lines());

    [Fact]
    public void Keys_InACultureWithOtherSigns_AreTheSame()
    {
        var (before, odd) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NumberGroupSeparator = ".";
        odd.NumberFormat.NegativeSign = "~";
        odd.NumberFormat.PositiveSign = "&";
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal("~1,5", (-1.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(Golden.Keys, Lines());
            Assert.Equal(SpecWriter.Write(Samples.Plan(Samples.Yaml).Spec), SpecWriter.Write(Samples.Plan(SpecWriter.Write(Samples.Plan(Samples.Yaml).Spec)).Spec));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Keys_WithYamlKeysInAnotherOrder_AreTheSame()
    {
        var backwards = string.Join('\n', Samples.Yaml.Split('\n').Reverse())
            .Replace("{ epochs: 25, batch: 128, blockEpochs: 10 }", "{ blockEpochs: 10, epochs: 25, batch: 128 }", StringComparison.Ordinal);
        Assert.Equal(Golden.Keys, Lines(backwards));
    }

    [Fact]
    public void Keys_WithDefaultsWrittenOut_AreTheSame() =>
        Assert.Equal(Golden.Keys, Lines(SpecWriter.Write(SpecReader.Read(Samples.Yaml, "golden.yaml"))));

    [Fact]
    public void Canonical_OfTheFirstRound_IsTheCommittedText() =>
        Assert.Equal(Golden.FirstRecipe, RecipeJson.Canonical(Samples.Plan(Samples.Yaml).Experiments[0].Rounds[0].Recipe));

    private static string Lines(string yaml = Samples.Yaml) => string.Join('\n', Samples.Plan(yaml).Experiments.SelectMany(
        experiment => experiment.Rounds.Select(round => $"{experiment.Id} {round.Title} {round.Key}")));
}
