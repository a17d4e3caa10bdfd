using System.Net;
using System.Net.Sockets;
using SimXir.Testing;

namespace SimXir.Store.Tests;

public sealed class ObjectStoresTests
{
    private const string Forms =
        "allowed are a directory, an Azure Blob connection string (UseDevelopmentStorage=true is Azurite), "
        + "or a container's URL https://ACCOUNT.blob.core.windows.net/CONTAINER";

    private const string UrlForm =
        "the form is https://ACCOUNT.blob.core.windows.net/CONTAINER, with a SAS behind a '?' or an Azure identity of this machine";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10000/devstoreaccount1/simxir")]
    [InlineData("UseDevelopmentStorage=true;Container=mine-2", "http://127.0.0.1:10000/devstoreaccount1/mine-2")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=pool;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net", "https://pool.blob.core.windows.net/simxir")]
    [InlineData("https://pool.blob.core.windows.net/runs", "https://pool.blob.core.windows.net/runs")]
    [InlineData("https://pool.blob.core.windows.net/runs?sv=2024&sig=secret", "https://pool.blob.core.windows.net/runs")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/runs?sig=secret", "http://127.0.0.1:10000/devstoreaccount1/runs")]
    public void Open_Azure_IsDescribedWithoutSecrets(string option, string expected) =>
        Assert.Equal(expected, ObjectStores.Open(option, TimeProvider.System).Description);

    [Theory]
    [InlineData(" ", "--store: it is empty; " + Forms)]
    [InlineData("s3://bucket", "--store: 's3://' is not known; " + Forms)]
    [InlineData("a\0b", "--store: 'a\\0b' is no path (Null character in path. (Parameter 'path')); " + Forms)]
    [InlineData("https://", "--store: 'https://' is no URL; " + Forms)]
    [InlineData("https://pool.blob.core.windows.net", "--store: 'https://pool.blob.core.windows.net/' names no container, or more than one; " + UrlForm)]
    [InlineData("https://pool.blob.core.windows.net/a1b/c?sig=secret", "--store: 'https://pool.blob.core.windows.net/a1b/c' names no container, or more than one; " + UrlForm)]
    [InlineData("http://pool.blob.core.windows.net/runs?sig=secret", "--store: 'http://pool.blob.core.windows.net/runs' is not https; " + UrlForm)]
    [InlineData("https://pool.blob.core.windows.net/Runs", "--store: 'Runs' is no container name; allowed are 3 to 63 lower-case letters, digits and single '-' between them")]
    [InlineData("UseDevelopmentStorage=true;Container=x", "--store: 'x' is no container name; allowed are 3 to 63 lower-case letters, digits and single '-' between them")]
    [InlineData("AccountKey=secret", "--store: this connection string is not one of Azure Storage; copy it from the account's access keys, or give UseDevelopmentStorage=true for Azurite")]
    public void Open_BadOption_SaysWhatIsAllowed(string option, string expected)
    {
        var fault = Assert.Throws<StoreException>(() => ObjectStores.Open(option, TimeProvider.System));

        Assert.Equal(expected, fault.Message);
        Assert.True(fault.IsInput);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_Directory_IsMadeAndUsable()
    {
        using var folder = new TempDirectory();
        var store = await ObjectStores.OpenAsync(folder.Combine("new", "store"), TimeProvider.System, cancellation: Text.Stop);

        await store.CreateAsync("a/b", "c");

        Assert.Equal(folder.Combine("new", "store"), store.Description);
        Assert.Equal("c", await File.ReadAllTextAsync(folder.Combine("new", "store", "a", "b"), Text.Stop));
    }

    [Fact]
    public async Task OpenAsync_NoServiceThere_SaysSoAtOnce()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var option = $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:{port}/a";

        var fault = await Assert.ThrowsAsync<StoreException>(() => ObjectStores.OpenAsync(option, TimeProvider.System, cancellation: Text.Stop));

        Assert.Equal(
            $"store 'http://127.0.0.1:{port}/a/simxir': it cannot be used: it cannot be reached (Connection refused (127.0.0.1:{port})); "
            + "see that the address is right and the service is running", fault.Message);
        Assert.True(fault.IsInput);
    }
}
