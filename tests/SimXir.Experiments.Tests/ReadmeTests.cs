namespace SimXir.Experiments.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void Readme_SpecWithEveryKey_StatesTheDefaults()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "src", "SimXir.Experiments", "README.md"));
        var yaml = text.Split("```yaml\n")[1].Split("```")[0];
        var spec = SpecReader.Read(yaml, "README.md");
        var defaults = new SweepSpec
        {
            Name = spec.Name,
            Datasets = spec.Datasets,
            Methods = spec.Methods,
            Subset = new SubsetSpec { Train = 8000, Test = 2000 },
        };
        Assert.Equal(SpecWriter.Write(defaults), SpecWriter.Write(spec));
        // Every line that the writer writes has its key in the example.
        Assert.All(
            SpecWriter.Write(spec).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(line.Trim().Split(':')[0] + ":", yaml, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SimXir.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("no SimXir.sln above the test");
        return folder.FullName;
    }
}
