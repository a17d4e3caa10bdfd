using System.Text.RegularExpressions;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>Rules that a linter of Dockerfiles has, and that what the file names is there.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string[] Lines = [.. File.ReadAllLines(RepositoryFolder.Combine("deploy", "Dockerfile")).Where(line => line.Length > 0 && line[0] != '#')];
    private static readonly Dictionary<string, List<(string Word, string Tail)>> Stages = Read();

    public static TheoryData<string> Images => ["control", "cpu", "gpu"];

    [Fact]
    public void Bases_OfAllStages_ArePinnedToAPatchOrAreStages() => Assert.All(Lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)), line =>
    {
        var words = line.Split(' ');
        Assert.Equal((4, "AS"), (words.Length, words[2]));
        Assert.True(Stages.ContainsKey(words[1]) || PinnedBase().IsMatch(words[1]), line);
    });

    [Theory]
    [MemberData(nameof(Images))]
    public void Image_RunsAsNobodyWithExecFormAndNothingSecret(string image)
    {
        var stage = Stages[image];

        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", Single(stage, "USER"));
        Assert.Equal("""["/app/simxir"]""", Single(stage, "ENTRYPOINT"));
        var arguments = System.Text.Json.JsonSerializer.Deserialize<string[]>(Single(stage, "CMD"))!;
        Assert.Empty(KnownVariables.FaultsOf(arguments));
        Assert.Equal($"--from=publish-{image} /app ./", Single(stage, "COPY"));
        Assert.DoesNotContain(stage, line => line.Word is "ADD" or "RUN" or "ARG");
        Assert.DoesNotMatch("(?i)(password|secret|token|key)", string.Join('\n', stage.Select(line => line.Tail)));
        Assert.Subset(KnownVariables.OfSilo, Variable().Matches(Single(stage, "ENV")).Select(match => match.Value).ToHashSet());
        Assert.True(stage.FindIndex(line => line.Word == "USER") > stage.FindIndex(line => line.Word == "COPY"), "what is copied must stay root's, so that it cannot be written");
    }

    [Theory]
    [InlineData("control", "none")]
    [InlineData("cpu", "cpu")]
    [InlineData("gpu", "cuda")]
    public void Publish_OfAnImage_TakesItsLibtorch(string image, string torch) =>
        Assert.Contains($"-p:Torch={torch} --output /app", Single(Stages[$"publish-{image}"], "RUN"), StringComparison.Ordinal);

    [Fact]
    public void Copied_IntoTheBuild_IsThereAndLetThroughByTheIgnoreFile()
    {
        var ignored = File.ReadAllLines(RepositoryFolder.Combine("deploy", "Dockerfile.dockerignore"));
        Assert.Equal("*", ignored[0]);
        foreach (var source in Stages["build"].Where(line => line.Word == "COPY").SelectMany(line => line.Tail.Split(' ')[..^1]).Select(name => name.TrimEnd('/')))
        {
            Assert.True(File.Exists(RepositoryFolder.Combine(source)) || Directory.Exists(RepositoryFolder.Combine(source)), source);
            Assert.Contains($"!{source}", ignored);
        }
    }

    [Fact]
    public void SdkAndRuntime_OfTheBases_AreThoseOfTheBuild()
    {
        var sdk = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(RepositoryFolder.Combine("global.json")))!["sdk"]!;
        Assert.Equal("latestFeature", (string?)sdk["rollForward"]);
        Assert.StartsWith("10.0.", (string?)sdk["version"], StringComparison.Ordinal);
        Assert.All(Lines.Where(line => line.StartsWith("FROM mcr", StringComparison.Ordinal)), line => Assert.Contains(":10.0.", line, StringComparison.Ordinal));
    }

    private static string Single(List<(string Word, string Tail)> stage, string word) => Assert.Single(stage, line => line.Word == word).Tail;

    private static Dictionary<string, List<(string Word, string Tail)>> Read()
    {
        var stages = new Dictionary<string, List<(string, string)>>();
        foreach (var line in Lines)
        {
            var (word, rest) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            if (word == "FROM") stages.Add(rest.Split(' ')[^1], []);
            else stages.Last().Value.Add((word, rest));
        }
        return stages;
    }

    [GeneratedRegex(@"^[a-z0-9./-]+:[0-9]+\.[0-9]+\.[0-9]+[a-z0-9.-]*$")]
    private static partial Regex PinnedBase();

    [GeneratedRegex("SIMXIR_[A-Z_]+")]
    private static partial Regex Variable();
}
