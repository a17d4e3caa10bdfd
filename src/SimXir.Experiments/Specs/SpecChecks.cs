using System.Globalization;

namespace SimXir.Experiments;

/// <summary>What no key can tell alone: how large the sweep is, and whether batches and neighbours fit into a subset.</summary>
internal static class SpecChecks
{
    public static void Run(SweepSpec spec, MapReader map, FaultList faults)
    {
        var experiments = (long)spec.Datasets.Length * spec.Methods.Length * spec.MostSeeds;
        var cells = experiments * spec.Treatments.Length;
        if (cells > SpecReader.MaxCells)
        {
            faults.Add(
                map.Find("seeds")!,
                path: "",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{spec.Datasets.Length} datasets x {spec.Methods.Length} methods x {spec.MostSeeds} seeds" +
                    $" x {spec.Treatments.Length} treatments are {cells} cells"),
                string.Create(CultureInfo.InvariantCulture, $"allowed are at most {SpecReader.MaxCells}"),
                "Split the sweep.");
        }
        else if (experiments > 0 && Planner.CountRounds(spec) is var rounds and > SpecReader.MaxRounds)
        {
            faults.Add(
                map.Find("pretrain") ?? map.Find("finetune") ?? map.Find("seeds")!,
                path: "",
                string.Create(CultureInfo.InvariantCulture, $"the sweep has {rounds} rounds"),
                string.Create(CultureInfo.InvariantCulture, $"allowed are at most {SpecReader.MaxRounds}"),
                "Raise pretrain.blockEpochs, lower finetune.rounds, or split the sweep.");
        }

        SeedsSection.Check(spec, map, faults);
        ImagesSection.Check(spec, map, faults);
        if (spec.Pretrain.From is null) CheckPretraining(spec, map, faults);
        else CheckImport(spec, map, faults);
        if (spec.Subset is { } subset) CheckSubset(spec, subset, map, faults);
    }

    private static void CheckPretraining(SweepSpec spec, MapReader map, FaultList faults)
    {
        var (epochs, warmup) = (spec.Pretrain.Epochs, spec.Pretrain.WarmupEpochs);
        if (warmup > epochs)
        {
            faults.Add(
                map.Find("pretrain")!,
                "pretrain.warmupEpochs",
                string.Create(CultureInfo.InvariantCulture, $"{warmup} is more than pretrain.epochs"),
                string.Create(CultureInfo.InvariantCulture, $"allowed are at most {epochs}"),
                "Shorten the warm-up, or train longer.");
        }

        foreach (var method in spec.Methods)
        {
            if (spec.MethodOptions[method].Misfit(spec.Pretrain.Batch) is { } fault)
                faults.Add(map.Find(method.Name) ?? map.Find("methods")!, fault.Path, fault.Found, fault.Allowed, fault.Cure);
        }
    }

    private static void CheckImport(SweepSpec spec, MapReader map, FaultList faults)
    {
        if (spec.Methods.Length <= 1) return;
        faults.Add(
            map.Find("methods")!,
            "methods",
            string.Create(CultureInfo.InvariantCulture, $"{spec.Methods.Length} methods share one import"),
            "allowed is exactly one where pretrain.from is given",
            "Name the method that the import was pretrained with: its figures are filed under it.");
    }

    private static void CheckSubset(SweepSpec spec, SubsetSpec subset, MapReader map, FaultList faults)
    {
        const string LowerBatch = "Lower the batch: the last, smaller batch of an epoch is dropped, so no step would be left.";
        if (spec.Pretrain.From is null) NotMoreThanTrain("pretrain.batch", spec.Pretrain.Batch, LowerBatch);
        if (spec.Treatments.Any(treatment => treatment != Treatment.Baseline))
            NotMoreThanTrain("finetune.batch", spec.Finetune.Batch, LowerBatch);
        if (!spec.Evaluate.Knn.IsEmpty)
            NotMoreThanTrain("evaluate.knn", spec.Evaluate.Knn.Max(), "Neighbours are training images: ask for fewer.");

        void NotMoreThanTrain(string path, int value, string cure)
        {
            if (value <= subset.Train) return;
            faults.Add(
                map.Find("subset")!,
                path,
                string.Create(CultureInfo.InvariantCulture, $"{value} is more than subset.train"),
                string.Create(CultureInfo.InvariantCulture, $"allowed are at most {subset.Train}"),
                cure);
        }
    }
}
