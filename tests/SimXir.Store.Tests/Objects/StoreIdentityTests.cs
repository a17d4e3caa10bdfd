namespace SimXir.Store.Tests;

public sealed class StoreIdentityTests
{
    [Fact]
    public async Task Of_ManyAtOnce_IsOneForAllAndAnotherElsewhere()
    {
        var (store, other) = (new MemoryStore(), new MemoryStore());
        var told = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => StoreIdentity.OfAsync(store, Text.Stop), Text.Stop)));

        Assert.Single(told.Distinct());
        Assert.Equal(told[0], await StoreIdentity.OfAsync(store, Text.Stop));
        Assert.NotEqual(told[0], await StoreIdentity.OfAsync(other, Text.Stop));
    }

    [Fact]
    public async Task Of_ADamagedOne_SaysWhatToDo()
    {
        var store = new MemoryStore();
        await store.CreateAsync("store.json", Text.Bytes("{"), Text.Stop);

        var fault = await Assert.ThrowsAsync<StoreException>(() => StoreIdentity.OfAsync(store, Text.Stop));
        Assert.Contains("'store.json' is damaged; delete it while no cluster works on the store", fault.Message, StringComparison.Ordinal);
    }
}
