using System.Runtime.InteropServices;

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

    /// <summary>Memory of the system's own, because the runtime may give a block that the process holds already.</summary>
    private static void Touch(int length)
    {
        var block = Marshal.AllocHGlobal(length);
        for (var i = 0; i < length; i += 4096) Marshal.WriteByte(block, i, 1);
        Marshal.FreeHGlobal(block);
    }
}
