using System.Globalization;
using Xunit;

namespace SimXir.Testing;

/// <summary>A fixture: the pinned Azure Blob emulator on a free port of this machine, with its data in a folder of its own.</summary>
/// <remarks>Where node or npm are absent there is no server, and <see cref="Require"/> skips the test that asks for it.</remarks>
public sealed class AzuriteServer : IAsyncLifetime
{
    // Published by Microsoft for every emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly TempDirectory _data = new();
    private AzuriteProcess? _process;
    private int _containers;

    /// <summary>Why there is no server, or null if there is one.</summary>
    public string? SkipReason { get; private set; }

    /// <summary>The connection string of the server; skips the calling test where there is none.</summary>
    public string Require()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? "");
        return string.Create(CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={_process!.Endpoint}/{Account}");
    }

    /// <summary>A container's name that no other test of this server has.</summary>
    public string NewContainer() => string.Create(CultureInfo.InvariantCulture, $"test-{Interlocked.Increment(ref _containers)}");

    /// <summary>The text for <c>--store</c> of an empty container of its own; skips the calling test where there is no server.</summary>
    public string RequireStore() => $"{Require()};Container={NewContainer()}";

    public async ValueTask InitializeAsync()
    {
        SkipReason = await AzuriteInstallation.EnsureAsync();
        if (SkipReason is null) _process = await AzuriteProcess.StartAsync(_data.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _data.Dispose();
    }
}
