using Azure.Storage.Blobs.Specialized;
using SimXir.Testing;

namespace SimXir.Store.Tests;

public sealed class AzureBlobStoreTests(AzuriteServer server)
{
    [Fact]
    public async Task OpenAsync_ConnectionString_MakesItsContainer()
    {
        var store = await ObjectStores.OpenAsync(server.RequireStore(), TimeProvider.System, cancellation: Text.Stop);

        Assert.NotNull(await store.CreateAsync("a", "b"));
        Assert.Equal("b", await store.TextAsync("a"));
    }

    [Fact]
    public async Task OpenAsync_WrongKey_SaysThatAccessWasRefused()
    {
        var option = server.RequireStore().Replace("AccountKey=E", "AccountKey=F", StringComparison.Ordinal);

        var fault = await Assert.ThrowsAsync<StoreException>(() => ObjectStores.OpenAsync(option, TimeProvider.System, cancellation: Text.Stop));

        Assert.EndsWith(
            "it cannot be used: access was refused (AuthorizationFailure); see that the key, SAS or identity may read, write, list and delete blobs there",
            fault.Message, StringComparison.Ordinal);
        Assert.True(fault.IsInput);
    }

    [Fact]
    public async Task Append_OverABlockBlob_IsAStoreException()
    {
        var store = ObjectStores.Open(server.RequireStore(), TimeProvider.System);
        await store.CreateAsync("a", "block");

        await Assert.ThrowsAsync<StoreException>(() => store.AppendAsync("a", 5, Text.Bytes("x"), Text.Stop));
    }

    [Fact]
    public async Task Claim_AfterAFault_IsTakenAndExclusive()
    {
        using var source = new AzuriteSource(server);
        var truth = source.Open();
        var store = FaultPlans.Retrying(truth, FaultPlans.Once("claim", Fault.Before));

        await using var claim = await store.TryClaimAsync("drive", Text.Stop);

        Assert.NotNull(claim);
        Assert.Null(await source.Open().TryClaimAsync("drive", Text.Stop));
    }

    [Fact]
    public async Task Claim_BrokenFromOutside_TellsItsHolderThatItIsLost()
    {
        var container = AzureLocation.FromConnectionString(server.RequireStore());
        var store = new AzureBlobStore(container, new StoreRetryOptions(), new FasterTime(times: 20));
        await using var claim = await store.TryClaimAsync("drive", Text.Stop);
        var lost = new TaskCompletionSource();
        await using var told = claim!.Lost.Register(lost.SetResult);

        await container.GetBlobClient(".claims/drive").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Text.Stop);

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30), Text.Stop);
    }
}
