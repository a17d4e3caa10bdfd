using SimXir.Cli.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(FinishedSweep))]
[assembly: AssemblyFixture(typeof(UndisturbedSweep))]
[assembly: Parallelization(Mode = ParallelMode.None)] // two programs that train at once slow each other tenfold
