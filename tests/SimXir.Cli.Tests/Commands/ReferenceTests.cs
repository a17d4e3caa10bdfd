using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Reference_OnThePage_IsWhatTheProgramSays()
    {
        var page = await File.ReadAllTextAsync(RepositoryFolder.Combine("docs", "reference.md"), TestContext.Current.CancellationToken);

        var result = await SimXirProcess.RunAsync("reference");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.True(page == result.Output, "docs/reference.md is stale; write it anew: simxir reference > docs/reference.md");
    }
}
