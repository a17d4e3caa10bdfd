using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class RunOnAzuriteTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>
{
    [Fact]
    public async Task Run_OnABlobContainer_CompletesAndServesTheSecondCall()
    {
        using var folder = new TempDirectory();
        string[] call = ["run", Spec.WriteTo(folder.Path, Spec.Tiny), "--store", azurite.RequireStore(), "--json"];

        var first = await SimXirProcess.RunAsync(call);
        var second = await SimXirProcess.RunAsync(call);

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Equal([false], Cells.CachedOf(first.Output));
        Assert.Equal([true], Cells.CachedOf(second.Output));
        Assert.Equal(Cells.WeightsOf(first.Output), Cells.WeightsOf(second.Output));
        Assert.DoesNotContain("AccountKey", first.Errors, StringComparison.Ordinal);
    }
}
