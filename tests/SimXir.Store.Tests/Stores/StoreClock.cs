namespace SimXir.Store.Tests;

/// <summary>Waits by a store's own clock, which may count whole seconds.</summary>
internal static class StoreClock
{
    /// <summary>The first moment of the store's clock at which all that was written is older.</summary>
    public static async Task<DateTimeOffset> NextTickAsync(this IObjectStore store, params string[] written)
    {
        var newest = DateTimeOffset.MinValue;
        foreach (var name in written)
        {
            var at = (await store.FindAsync(name, Text.Stop))!.LastModified;
            newest = at > newest ? at : newest;
        }

        DateTimeOffset now;
        do
        {
            now = await store.ReadClockAsync(Text.Stop);
        }
        while (now <= newest);
        return now;
    }
}
