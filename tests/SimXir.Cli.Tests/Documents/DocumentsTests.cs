using System.Text.RegularExpressions;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>What the documents quote is there.</summary>
public sealed partial class DocumentsTests
{
    [Fact]
    public void Architecture_EveryTestThatItNames_IsThere()
    {
        var tests = Sources("tests").ToArray();
        var named = Member().Matches(Read("architecture.md")).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToArray();

        Assert.True(named.Length >= 20);
        Assert.All(named, name => Assert.True(
            tests.Any(text => text.Contains($"class {name.Class}", StringComparison.Ordinal) && text.Contains($" {name.Method}(", StringComparison.Ordinal)), $"there is no test {name.Class}.{name.Method}"));
    }

    [Fact]
    public void Operations_EveryMessageThatItQuotes_IsSaid()
    {
        var source = string.Concat(Sources("src"));
        var seen = Read("operations.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).Select(line => line.Split('|')[2]);
        var quoted = seen.SelectMany(cell => Quotation().Matches(cell)).Select(match => match.Groups[1].Value).Where(text => text.Contains(' ', StringComparison.Ordinal)).ToArray();

        Assert.True(quoted.Length >= 18);
        Assert.All(quoted, text => Assert.True(source.Contains(text, StringComparison.Ordinal), $"nothing says '{text}'"));
    }

    [Fact]
    public void Operations_EveryVariableThatItNames_IsRead()
    {
        var source = string.Concat(Sources("src"));
        Assert.All(Variable().Matches(Read("operations.md")).Select(match => match.Value).Distinct(), name =>
            Assert.True(name.StartsWith("OTEL_EXPORTER_OTLP_", StringComparison.Ordinal) || source.Contains(name, StringComparison.Ordinal), name));
    }

    private static string Read(string name) => File.ReadAllText(RepositoryFolder.Combine("docs", name));

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(RepositoryFolder.Combine(folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText);

    [GeneratedRegex(@"`(\w+)\.(\w+_\w+)`")]
    private static partial Regex Member();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quotation();

    [GeneratedRegex("(SIMXIR|OTEL)_[A-Z_]+")]
    private static partial Regex Variable();
}
