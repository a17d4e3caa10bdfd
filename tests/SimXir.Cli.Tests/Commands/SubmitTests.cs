using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class SubmitTests
{
    [Fact]
    public async Task Submit_IntoAStore_PutsTheSweepThereOnce()
    {
        using var folder = new TempDirectory();
        var (spec, store) = (Spec.WriteTo(folder.Path, Spec.Tiny), folder.Combine("store"));

        var first = await SimXirProcess.RunAsync("submit", spec, "--store", store);
        var second = await SimXirProcess.RunAsync("submit", spec, "--store", store);
        var other = await SimXirProcess.RunAsync("submit", Spec.WriteTo(folder.Path, Spec.Tiny.Replace("epochs: 1,", "epochs: 2,", StringComparison.Ordinal), "other.yaml"), "--store", store);
        var status = await SimXirProcess.RunAsync("status", "tiny", "--store", store);

        Assert.Equal(
            new SimXirResult(0, $"Sweep tiny: 1 experiment, 1 cell; it is in the store now. A cluster that works on this store takes it up within half a minute; without one: simxir run {spec}\n", ""),
            first);
        Assert.Equal(first with { Output = first.Output.Replace("is in the store now", "was in the store already", StringComparison.Ordinal) }, second);
        Refusal.Assert(other, $"the store {store} holds another sweep named 'tiny' (it differs in pretrain.epochs: there 1, here 2); give this one another 'name:', or another --store");
        Assert.StartsWith("tiny: Waiting\n  fashion-mnist-sample simsiam seed 0: Waiting, 0/2 rounds; next pretrain 1/1\n", status.Output, StringComparison.Ordinal);
    }
}
