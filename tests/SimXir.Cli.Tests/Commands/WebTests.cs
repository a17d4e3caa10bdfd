using System.Text.RegularExpressions;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>The web of a run, as its terminal tells of it and as other terminals use it.</summary>
public sealed partial class WebTests : IDisposable
{
    private const string Token = "0123456789-operator-token";
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithAWebPage_TellsItsAddress_WhereOtherTerminalsSeeAndOrder()
    {
        var spec = Spec.WriteTo(_folder.Path, Spec.Blocks);
        var guarded = new Dictionary<string, string?> { ["SIMXIR_OPERATOR_TOKEN"] = Token };
        await using var run = SimXirProcess.Start(["run", spec, "--store", _folder.Combine("store"), "--threads", "1", "--urls", "http://*:0"], guarded);
        await run.UntilSaidAsync("pretrain 1/3");
        var web = $"http://127.0.0.1:{Address().Match(run.Said).Groups[1].Value}";
        var known = new Dictionary<string, string?> { ["SIMXIR_CLUSTER"] = web, ["SIMXIR_TOKEN"] = Token };

        var stranger = await SimXirProcess.RunAsync("list", "--cluster", web);
        var listed = await CallAsync(known, "list");
        var cancelled = await CallAsync(known, "cancel", "blocks");
        var ended = await run.EndAsync();

        Refusal.Assert(stranger, "a token is needed: send 'Authorization: Bearer TOKEN'; give it in SIMXIR_TOKEN, or name a file that holds it in SIMXIR_TOKEN_FILE");
        Assert.Contains("blocks", listed.Output, StringComparison.Ordinal);
        Assert.StartsWith("Cancelling blocks: running rounds give their slots back at once", cancelled.Output, StringComparison.Ordinal);
        Assert.Contains("sweep blocks: Cancelled", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, ended.Output + ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnAnAddressThatOthersCanReach_WithoutAToken_IsRefused() => Refusal.Assert(
        await SimXirProcess.RunAsync("run", "quickstart", "--store", _folder.Combine("store"), "--urls", "http://0.0.0.0:5780"),
        "--urls http://0.0.0.0:5780/ can be reached from other machines, and nothing would keep strangers out; set SIMXIR_OPERATOR_TOKEN (and SIMXIR_VIEWER_TOKEN), or SIMXIR_OPERATOR_TOKEN_FILE, or "
        + "SIMXIR_OIDC_AUTHORITY, or listen on loopback: --urls http://127.0.0.1:5780");

    [Fact]
    public async Task Silo_OnAPublicAddress_WithoutANetwork_IsRefused() => Refusal.Assert(
        await SimXirProcess.RunAsync("silo", "--role", "control", "--cluster", "redis://127.0.0.1:1", "--address", "8.8.8.8"),
        "--address 8.8.8.8 is in no private network, and a silo's ports let in whoever reaches them; give it a private address, or say with --network CIDR which network it faces, and keep others out of it");

    [Fact]
    public async Task Grid_ThatCannotBeReached_IsSaidSo()
    {
        var result = await SimXirProcess.RunAsync("list", "--cluster", "http://127.0.0.1:1");

        Refusal.Assert(result, "the grid at http://127.0.0.1:1/ cannot be reached (", "); does it run, and listen there?");
    }

    private static async Task<SimXirResult> CallAsync(Dictionary<string, string?> variables, params string[] arguments)
    {
        await using var process = SimXirProcess.Start(arguments, variables);
        var result = await process.EndAsync();
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }

    [GeneratedRegex(@"Web page: http://[^\s:]*(?:\[::\])?:(\d+)")]
    private static partial Regex Address();
}
