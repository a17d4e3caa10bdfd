using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Reference_OnThePage_IsWhatTheProgramSays()
    {
        var page = await File.ReadAllTextAsync(RepositoryFolder.Combine("docs", "reference.md"), TestContext.Current.CancellationToken);

        await using var process = SimXirProcess.Start(["reference"], new Dictionary<string, string?> { ["SIMXIR_URLS"] = null }); // defaults, as they are where nothing is set
        var result = await process.EndAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.True(page == result.Output, "docs/reference.md is stale; write it anew: simxir reference > docs/reference.md");
    }
}
