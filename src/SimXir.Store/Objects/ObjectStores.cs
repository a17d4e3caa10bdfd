namespace SimXir.Store;

/// <summary>From the text of <c>--store</c> to a store that waits out transient faults.</summary>
public static class ObjectStores
{
    private const string Forms =
        "allowed are a directory, an Azure Blob connection string (UseDevelopmentStorage=true is Azurite), "
        + "or a container's URL https://ACCOUNT.blob.core.windows.net/CONTAINER";

    /// <summary>Opens a directory, which is made if it is missing, or an Azure container, which is first asked when it is first used.</summary>
    /// <param name="option">A directory; a connection string, where <c>Container=name</c> may be added (default simxir); or a container's URL.</param>
    /// <param name="time">The clock of retries and claims.</param>
    /// <param name="retries">How long transient faults are waited out; null: the defaults.</param>
    public static RetryingObjectStore Open(string option, TimeProvider time, StoreRetryOptions? retries = null)
    {
        retries ??= new StoreRetryOptions();
        return new RetryingObjectStore(Faulty(Plain(option, time, retries), time), retries, time);
    }

    private static IObjectStore Faulty(IObjectStore store, TimeProvider time) =>
        Environment.GetEnvironmentVariable(FaultyObjectStore.Variable) is { Length: > 0 } file ? new FaultyObjectStore(store, file, new Random(Environment.ProcessId), time) : store;

    /// <summary>Opens a store and makes sure that it can be read and written now; any <see cref="StoreException"/> is the user's input.
    /// Without <paramref name="create"/>, a directory that is not there is refused.</summary>
    public static async Task<RetryingObjectStore> OpenAsync(
        string option, TimeProvider time, StoreRetryOptions? retries = null, bool create = true, CancellationToken cancellation = default)
    {
        if (!create && IsPath(option) && !System.IO.Directory.Exists(option))
            throw new StoreException($"there is no store at '{option}'; 'simxir run SPEC' makes one, or name another with --store", isInput: true);
        var store = Open(option, time, retries);
        try
        {
            await store.CheckAsync(cancellation);
            return store;
        }
        catch (StoreException fault) when (!fault.IsInput)
        {
            throw new StoreException(fault.Message, fault, isInput: true);
        }
    }

    private static bool IsPath(string option) => !AzureLocation.IsConnectionString(option) && !option.Contains("://", StringComparison.Ordinal);

    private static IObjectStore Plain(string option, TimeProvider time, StoreRetryOptions retries)
    {
        if (string.IsNullOrWhiteSpace(option)) throw Refused("it is empty");
        if (AzureLocation.IsConnectionString(option)) return new AzureBlobStore(AzureLocation.FromConnectionString(option), retries, time);
        if (!option.Contains("://", StringComparison.Ordinal)) return Directory(option, time);
        var scheme = option[..option.IndexOf("://", StringComparison.Ordinal)];
        if (scheme is not ("http" or "https")) throw Refused($"'{scheme}://' is not known");
        return Uri.TryCreate(option, UriKind.Absolute, out var url)
            ? new AzureBlobStore(AzureLocation.FromUrl(url), retries, time)
            : throw Refused($"'{option.Split('?')[0]}' is no URL");
    }

    private static DirectoryStore Directory(string option, TimeProvider time)
    {
        try
        {
            return DirectoryStore.Open(option, time);
        }
        catch (ArgumentException fault)
        {
            throw Refused($"'{option.Replace("\0", "\\0", StringComparison.Ordinal)}' is no path ({fault.Message})");
        }
    }

    private static StoreException Refused(string why) => new($"--store: {why}; {Forms}", isInput: true);
}
