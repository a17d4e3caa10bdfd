using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class RunOnFullDiskTests
{
    /// <summary>The disk fills up with the first weights: the run stops, says why and what to do, and goes on when there is space.</summary>
    [Fact]
    public async Task Run_OnADiskThatIsFull_StopsClearlyAndGoesOnWhenThereIsSpace()
    {
        using var folder = new TempDirectory();
        var disk = folder.Combine("disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(await MountAsync("-t", "tmpfs", "-o", "size=1m", "tmpfs", disk), "no file system can be mounted here (that takes root)");
        try
        {
            string[] call = ["run", Spec.WriteTo(folder.Path, Spec.Tiny), "--store", Path.Combine(disk, "store"), "--json"];

            var full = await SimXirProcess.RunAsync(call);
            Assert.True(full.ExitCode == 1, full.ToString());
            Assert.Contains("warning: pretrain 1/1 [", full.Errors, StringComparison.Ordinal);
            Assert.Contains("the disk is full; free some space, or name a --store on another disk", full.Errors, StringComparison.Ordinal);
            Assert.Contains("the disk is full; free some space", Cells.Of(full.Output).Single().GetProperty("reason").GetString(), StringComparison.Ordinal);

            Assert.True(await MountAsync("-o", "remount,size=64m", disk));
            var again = await SimXirProcess.RunAsync(call);
            Assert.True(again.ExitCode == 0, again.ToString());
        }
        finally
        {
            await ProgramPath.RunAsync("umount", [disk], folder.Path, CancellationToken.None);
        }
    }

    private static async Task<bool> MountAsync(params string[] arguments) => OperatingSystem.IsLinux()
        && ProgramPath.Find("mount") is { } mount
        && (await ProgramPath.RunAsync(mount, arguments, Path.GetTempPath(), CancellationToken.None)).ExitCode == 0;
}
