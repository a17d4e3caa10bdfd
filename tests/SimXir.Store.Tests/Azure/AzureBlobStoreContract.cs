using SimXir.Testing;

namespace SimXir.Store.Tests;

public sealed class AzureBlobStoreContract(AzuriteServer server) : ObjectStoreContract(new AzuriteSource(server));

public sealed class AzureLargeObjectContract(AzuriteServer server) : LargeObjectContract(new AzuriteSource(server));

public sealed class AzureRoundContract(AzuriteServer server) : RoundContract(new AzuriteSource(server));

public sealed class AzureContentContract(AzuriteServer server) : ContentContract(new AzuriteSource(server));

public sealed class AzureImportContract(AzuriteServer server) : ImportContract(new AzuriteSource(server));

public sealed class AzureGarbageContract(AzuriteServer server) : GarbageContract(new AzuriteSource(server));
