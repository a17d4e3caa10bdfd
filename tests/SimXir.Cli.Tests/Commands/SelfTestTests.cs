using System.Text.Json;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class SelfTestTests
{
    /// <summary>What the checkpoints are compared with is not checked on its own.</summary>
    private static IEnumerable<string> Files =>
        Directory.GetFiles(Vectors.Source).Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "checkpoint_values");

    [Fact]
    public async Task SelfTest_BuiltInVectors_PassesWithALineForEachFile()
    {
        var result = await SimXirProcess.RunAsync("selftest");

        Assert.True(result is { ExitCode: 0, Errors: "" }, result.ToString());
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(Files.Order(), lines[..^1].Select(line => line.Split(' ')[0]).Order());
        Assert.Matches(@"^All \d+ checks passed on cpu, against the built-in vectors\.$", lines[^1]);
    }

    [Fact]
    public async Task SelfTest_SharedReferenceAsJson_PassesEveryCheck()
    {
        var result = await SimXirProcess.RunAsync("selftest", "--reference", SharedFolder.Require("reference"), "--json");

        Assert.True(result is { ExitCode: 0, Errors: "" }, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(["checks", "passed"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.True(json.RootElement.GetProperty("passed").GetBoolean());
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().ToArray();
        Assert.Equal(Files.Order(), checks.Select(check => check.GetProperty("name").GetString()!.Split('/')[0]).Distinct().Order());
        Assert.All(checks, check =>
        {
            Assert.Equal(["name", "maxAbsError", "tolerance", "passed"], check.EnumerateObject().Select(member => member.Name));
            Assert.InRange(check.GetProperty("maxAbsError").GetDouble(), 0, check.GetProperty("tolerance").GetDouble());
        });
    }

    [Fact]
    public async Task SelfTest_WrongNumbers_FailsAndListsThem()
    {
        using var vectors = new Vectors();
        vectors.Negate("sgd", "w6");
        vectors.Negate("dynamics", "mean.1");

        var text = await SimXirProcess.RunAsync("selftest", "--reference", vectors.Path);

        Assert.True(text is { ExitCode: 1, Errors: "" }, text.ToString());
        var lines = text.Output.TrimEnd('\n').Split('\n')[^3..];
        Assert.StartsWith("FAILED sgd/w6: element 14 is ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("FAILED dynamics/mean.1: element 79 is ", lines[1], StringComparison.Ordinal);
        Assert.Matches(@"^2 of \d+ checks failed on cpu, against ", lines[2]);
    }

    [Fact]
    public async Task SelfTest_BadInput_IsRefusedInOneLine()
    {
        using var vectors = new Vectors();
        File.Delete(vectors.PathOf("resnet18_cifar_w8.safetensors"));

        Refusal.Assert(
            await SimXirProcess.RunAsync("selftest", "--reference", "/nowhere"),
            "there is no folder '/nowhere'; name one that holds reference vectors, or leave --reference out");
        Refusal.Assert(
            await SimXirProcess.RunAsync("selftest", "--reference", vectors.Path, "--json"), $"the folder '{vectors.Path}' has no resnet18_cifar_w8.safetensors");
    }

    [Fact]
    public async Task SelfTest_OnADeviceThatIsNotThere_IsRefused()
    {
        Assert.SkipUnless(SimXir.Method.TorchEnvironment.CudaDevices == 0, "this machine has a CUDA device");

        Refusal.Assert(
            await SimXirProcess.RunAsync("selftest", "--device", "cuda"), "this machine has no CUDA device that libtorch can use; leave --device out for the CPU");
    }
}
