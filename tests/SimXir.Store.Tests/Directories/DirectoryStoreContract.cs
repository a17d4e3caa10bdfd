namespace SimXir.Store.Tests;

public sealed class DirectoryStoreContract() : ObjectStoreContract(new DirectorySource());

/// <summary>As on a file system without hard links.</summary>
public sealed class DirectoryStoreWithoutLinksContract() : ObjectStoreContract(new DirectorySource(hardLinks: false));

public sealed class DirectoryLargeObjectContract() : LargeObjectContract(new DirectorySource());

public sealed class DirectoryRoundContract() : RoundContract(new DirectorySource());

public sealed class DirectoryContentContract() : ContentContract(new DirectorySource());

public sealed class DirectoryImportContract() : ImportContract(new DirectorySource());

public sealed class DirectoryGarbageContract() : GarbageContract(new DirectorySource());
