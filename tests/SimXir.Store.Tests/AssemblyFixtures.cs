using SimXir.Testing;

// One emulator for all tests; each test has a container of its own.
[assembly: AssemblyFixture(typeof(AzuriteServer))]

namespace SimXir.Store.Tests;

/// <summary>Tests that measure the whole process.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
