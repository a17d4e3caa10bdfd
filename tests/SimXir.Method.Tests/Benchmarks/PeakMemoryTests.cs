using System.IO.MemoryMappedFiles;

namespace SimXir.Method.Tests;

/// <summary>Memory is measured over the whole process, so nothing else may run.</summary>
[Collection(nameof(LeakTests))]
public sealed class PeakMemoryTests
{
    [Fact]
    public void Of_MemoryThatIsTouched_IsSeen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells a process its peak");
        var bytes = PeakMemory.Of(() => Touch(64 << 20));
        Assert.SkipWhen(bytes is null, "this system does not let a process reset its peak");
        Assert.InRange(bytes!.Value, 60 << 20, 200 << 20);
    }

    /// <summary>Pages that the process cannot hold already: the runtime and the C library give out again what they have kept.</summary>
    private static void Touch(int length)
    {
        using var pages = MemoryMappedFile.CreateNew(null, length);
        using var view = pages.CreateViewAccessor();
        for (var i = 0; i < length; i += 4096) view.Write(i, (byte)1);
    }
}
