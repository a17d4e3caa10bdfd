using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_OfTheProgram_IsWholeAndLoadsNeitherOrleansNorTorchNorAspNet()
    {
        using var folder = new TempDirectory();
        var loaded = folder.Combine("loaded.txt");
        await using var process = SimXirProcess.Start(["--help"], new Dictionary<string, string?>
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(HelpTests).Assembly.Location,
            [StartupHook.Variable] = loaded,
        });

        var result = await process.EndAsync();

        Assert.Equal(new SimXirResult(0, """
            Description:
              Runs grids of self-supervised-learning experiments: pretrain, fine-tune with SimXIR, evaluate.

            Usage:
              simxir [command] [options]

            Options:
              -?, -h, --help  Show help and usage information
              --version       Show version information

            Commands:
              run <SPEC>                                     Run a sweep in this process and print its table
              silo                                           Join a cluster, and work in it until stopped
              submit <SPEC>                                  Hand a sweep to a cluster, or put it into a store
              watch <SWEEP>                                  Follow a sweep until it ends, and print its table
              list                                           List the sweeps of a store
              status <SWEEP>                                 Show where a sweep stands
              table <SWEEP>                                  Print the figures of a sweep
              report <SWEEP>                                 Write a sweep's report: tables, figures, recipe, in one HTML file
              export                                         Write the curves of a sweep for other programs
              why <SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]>  Explain what happened to a sweep or a cell, and because of what
              pause <SWEEP>                                  Pause a sweep: its rounds checkpoint and give their slots back
              resume <SWEEP>                                 Let a paused sweep go on from its checkpoints
              cancel <SWEEP>                                 Give a sweep up; what it has trained is kept
              priority <SWEEP> <N>                           Serve a sweep before or after others
              data                                           Look after datasets
              checkpoint                                     Look into checkpoints; take backbones into a store and out of it
              chaos <SPEC>                                   Run a sweep under faults, and count what was lost, doubled or redone
              gc                                             Delete what no sweep refers to; sweeps may run meanwhile
              selftest                                       Check the numbers against reference vectors
              bench                                          Measure how fast this machine is
              dynamics                                       Show the paper's theory in numbers and figures, and test it


            """, ""), result);
        var names = await File.ReadAllLinesAsync(loaded, TestContext.Current.CancellationToken);
        Assert.Contains("simxir", names);
        Assert.DoesNotContain(names, name => name.StartsWith("Orleans", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.Contains("torch", StringComparison.OrdinalIgnoreCase)
            || name is "SimXir.Grid" or "SimXir.Worker" or "SimXir.Store" or "SimXir.Method");
    }

    [Fact]
    public async Task Version_OfTheProgram_IsItsOwn() =>
        Assert.Equal(new SimXirResult(0, $"{typeof(ExitCode).Assembly.GetName().Version!.ToString(3)}\n", ""), await SimXirProcess.RunAsync("--version"));
}
