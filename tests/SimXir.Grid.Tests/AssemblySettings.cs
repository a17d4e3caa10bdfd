using SimXir.Testing;
using Xunit.Sdk;
using Xunit.v3;

// Two programs that train at once slow each other tenfold.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(AzuriteServer))]
