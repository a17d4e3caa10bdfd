using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Predictions of kNN by both metrics.</summary>
internal sealed class KnnChecks : IReferenceChecks
{
    public string File => "knn";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        var reference = folder.Tensors(File);
        using var bank = Features(reference, "bank", "bank.labels");
        using var queries = Features(reference, "queries", "query.labels");
        var (cosine, euclidean) = (reference.NumbersAfter("cosine."), reference.NumbersAfter("euclidean."));
        var table = NearestNeighbours.Find(bank, queries, Math.Max(cosine[^1], euclidean[^1]), KnnMetric.Both, get_num_threads());
        foreach (var k in cosine) Check($"cosine.{k}", table.Cosine, k);
        foreach (var k in euclidean) Check($"euclidean.{k}", table.Euclidean, k);

        void Check(string name, int[][] neighbours, int k) => checks.Compare(
            name,
            reference.Integers(name).Select(label => (double)label),
            KnnClassifier.Predict(neighbours, bank, k).Select(label => (double)label),
            Tolerance.None);
    }

    private static FeatureMatrix Features(ReferenceTensors reference, string features, string labels)
    {
        int[] numbers = [.. reference.Integers(labels).Select(label => (int)label)];
        return new FeatureMatrix(reference.Tensor(features), numbers, numbers.Max() + 1);
    }
}
