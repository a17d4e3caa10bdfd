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

    private static void Touch(int length)
    {
        var block = GC.AllocateUninitializedArray<byte>(length);
        for (var i = 0; i < length; i += 4096) block[i] = 1;
    }
}
