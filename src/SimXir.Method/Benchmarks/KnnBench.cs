using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The nearest-neighbour search on normal random features, held against the bare matrix product that any exact search by
/// products needs.</summary>
public static class KnnBench
{
    // The product alone goes into one reused buffer; in pieces of so many queries it is as fast as in one, at 200 MB instead of 2 GB.
    private const int QueriesPerProduct = 1000;

    public static BenchResult Run(KnnBenchOptions options, TimeProvider? time = null)
    {
        TorchEnvironment.Prepare();
        TorchEnvironment.UseThreads(options.Threads);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var generator = new Generator(0, CPU);
        using var bank = Features(options.Bank);
        using var queries = Features(options.Queries);
        var buffer = empty(Math.Min(QueriesPerProduct, options.Queries), options.Bank);
        var extraBytes = PeakMemory.Of(Search);
        var times = Interleaved.Measure(Search, Product, options.Pairs, time ?? TimeProvider.System);
        return new BenchResult("knn", times.Seconds, "s", new JsonObject
        {
            ["bank"] = options.Bank,
            ["queries"] = options.Queries,
            ["dims"] = options.Dimensions,
            ["k"] = options.K,
            ["metric"] = options.Metric.ToString().ToLowerInvariant(),
            ["threads"] = options.Threads,
            ["precision"] = "fp32",
            ["pairs"] = options.Pairs,
            ["productSeconds"] = times.BaseSeconds,
            ["ratio"] = times.Ratio,
            ["extraBytes"] = extraBytes,
        });

        FeatureMatrix Features(int count) => new(randn([count, options.Dimensions], generator: generator), new int[count], 1);

        void Search() => NearestNeighbours.Find(bank, queries, options.K, options.Metric, options.Threads);

        void Product()
        {
            for (var first = 0; first < options.Queries; first += QueriesPerProduct)
            {
                using var inner = NewDisposeScope();
                var rows = Math.Min(QueriesPerProduct, options.Queries - first);
                buffer.narrow(0, 0, rows).addmm_(queries.Features.narrow(0, first, rows), bank.Features.t(), beta: 0, alpha: 1);
            }
        }
    }
}
