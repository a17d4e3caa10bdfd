using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace SimXir.Store;

/// <summary>Where a container is, read from a connection string or a URL. No message here repeats a key or a SAS.</summary>
internal static partial class AzureLocation
{
    private const string DefaultContainer = "simxir";
    private const string ContainerKey = "Container";

    private const string UrlForm =
        "the form is https://ACCOUNT.blob.core.windows.net/CONTAINER, with a SAS behind a '?' or an Azure identity of this machine";

    public static bool IsConnectionString(string option) => ConnectionStringKey().IsMatch(option);

    /// <summary>A connection string as Azure gives it, with <c>Container=name</c> as an addition; without it the container is simxir.</summary>
    public static BlobContainerClient FromConnectionString(string option)
    {
        var fields = option.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var container = Array.Find(fields, IsContainer)?[(ContainerKey.Length + 1)..] ?? DefaultContainer;
        if (!ContainerName().IsMatch(container)) throw BadContainer(container);
        try
        {
            return new BlobContainerClient(string.Join(';', fields.Where(field => !IsContainer(field))), container, ClientOptions());
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or UriFormatException)
        {
            throw Refused("this connection string is not one of Azure Storage; copy it from the account's access keys, "
                + "or give UseDevelopmentStorage=true for Azurite", fault);
        }
    }

    public static BlobContainerClient FromUrl(Uri url)
    {
        var shown = url.GetLeftPart(UriPartial.Path);
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback) throw Refused($"'{shown}' is not https; {UrlForm}");
        var segments = url.AbsolutePath.Trim('/').Split('/');

        // An emulator's URL has the account in its path.
        var expected = url.IsLoopback ? 2 : 1;
        if (segments.Length != expected || segments[^1].Length == 0) throw Refused($"'{shown}' names no container, or more than one; {UrlForm}");
        if (!ContainerName().IsMatch(segments[^1])) throw BadContainer(segments[^1]);
        if (url.Query.Length > 1) return new BlobContainerClient(url, ClientOptions());
        if (url.Scheme != Uri.UriSchemeHttps) throw Refused($"'{shown}' has no SAS, and an identity is only sent over https; {UrlForm}");
        TokenCredential credential = new DefaultAzureCredential();
        return new BlobContainerClient(url, credential, ClientOptions());
    }

    /// <summary>No retries here, since <see cref="RetryingObjectStore"/> does them all; an API version that older emulators know too; and
    /// every upload with its MD5, so that the service refuses what was damaged on the way (Azurite computes a slow CRC64 without it:
    /// 15 s of node for 1 GB).</summary>
    private static BlobClientOptions ClientOptions()
    {
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04);
        options.Retry.MaxRetries = 0;
        options.TransferValidation.Upload.ChecksumAlgorithm = StorageChecksumAlgorithm.MD5;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(60);
        return options;
    }

    private static bool IsContainer(string field) => field.StartsWith(ContainerKey + "=", StringComparison.OrdinalIgnoreCase);

    private static StoreException BadContainer(string name) =>
        Refused($"'{name}' is no container name; allowed are 3 to 63 lower-case letters, digits and single '-' between them");

    private static StoreException Refused(string message, Exception? fault = null) => new($"--store: {message}", fault, isInput: true);

    [GeneratedRegex("(^|;)\\s*(UseDevelopmentStorage|DefaultEndpointsProtocol|AccountName|AccountKey|BlobEndpoint|SharedAccessSignature)\\s*=",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConnectionStringKey();

    [GeneratedRegex(@"^(?=.{3,63}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerName();
}
