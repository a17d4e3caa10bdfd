using System.Text.RegularExpressions;
using SimXir.Experiments;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>What the tutorial shows is what is there.</summary>
public sealed partial class TutorialTests
{
    private static string Text => File.ReadAllText(RepositoryFolder.Combine("docs", "tutorial.md"));

    [Fact]
    public void Code_OfTheTutorial_StandsInTheFileThatIsLinkedAboveIt()
    {
        var (file, shown) = ("", new List<string>());
        foreach (Match part in LinksAndCode().Matches(Text))
        {
            if (part.Groups["file"].Success)
            {
                file = part.Groups["file"].Value;
                continue;
            }

            Assert.True(file.Length > 0, $"no file is linked above {part.Value}");
            Assert.Contains(part.Groups["code"].Value, File.ReadAllText(RepositoryFolder.Combine(file.Split('/'))), StringComparison.Ordinal);
            shown.Add(file);
        }

        Assert.Contains("src/SimXir.Experiments/Names/Catalog.cs", shown);
        Assert.Contains("src/SimXir.Method/Methods/BarlowTwins/BarlowTwinsSpec.cs", shown);
        Assert.Contains("src/SimXir.Method/Methods/BarlowTwins/BarlowTwins.cs", shown);
    }

    [Fact]
    public void Specs_OfTheTutorial_AreRead()
    {
        var specs = Specs().Matches(Text).Select(spec => SpecReader.Read(spec.Groups[1].Value, "tutorial.md")).ToArray();
        Assert.Contains(specs, spec => spec.Name.Value == "first");
        Assert.Contains(specs, spec => spec.Name.Value == "twins" && spec.Methods.Contains(MethodId.Parse("barlowtwins")));
    }

    [Fact]
    public void Links_OfTheTutorial_LeadSomewhere() => Assert.All(
        Links().Matches(Text).Select(link => link.Groups[1].Value),
        link => Assert.True(Path.Exists(Path.GetFullPath(RepositoryFolder.Combine("docs", link))), link));

    [GeneratedRegex(@"\]\(\.\./(?<file>[^)#]+\.cs)\)|^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex LinksAndCode();

    [GeneratedRegex(@"^```yaml\n(name: .*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Specs();

    [GeneratedRegex(@"\]\(([^):#]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
