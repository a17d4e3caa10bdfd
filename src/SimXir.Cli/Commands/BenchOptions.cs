using System.CommandLine;

namespace SimXir.Cli;

/// <summary>The options of <c>bench</c>, each held against its range.</summary>
public static class BenchOptions
{
    public static Option<int> Threads() =>
        NumberOptions.Whole("--threads", "Threads that work at the same time", Environment.ProcessorCount, most: Environment.ProcessorCount);

    public static Option<int> Pairs() => NumberOptions.Whole("--pairs", "How many times each of the two is timed, in turn", 5, most: 1000);
}
