namespace SimXir.Method.Tests;

public sealed class TorchEnvironmentTests
{
    [Fact]
    public async Task LoadInBackground_Always_SaysWhatIsInUse()
    {
        await TorchEnvironment.LoadInBackground();
        Assert.Equal(4, TorchEnvironment.Levers.Length);
        Assert.Matches(@"^\d+\.\d+\.\d+", TorchEnvironment.Version);
        Assert.NotEmpty(TorchEnvironment.Devices);
    }

    [Fact]
    public void UseThreads_None_IsRefused() =>
        Assert.Equal("0 torch threads cannot work; use 1 or more", Assert.Throws<RoundInputException>(() => TorchEnvironment.UseThreads(0)).Message);

    [Fact]
    public void DevicesOf_CpuBuild_IsTheCpu() => Assert.Equal(TorchEnvironment.CudaDevices == 0, TorchEnvironment.Devices is ["cpu"]);
}
