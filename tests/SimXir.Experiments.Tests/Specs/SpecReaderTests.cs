namespace SimXir.Experiments.Tests;

public sealed class SpecReaderTests
{
    private const string Smallest = "name: mini\ndatasets: [cifar10]\nmethods: [simsiam]\n";

    [Fact]
    public void Read_ThreeFaults_ReportsAllWithTheirLines() => Refused(
        """
        name: mini
        datasets:
          - cifar10
        methods: [simsaim]
        pretrain:
          epochs: -5
          batch: 128

          epoches: 20
        """,
        """
        mini.yaml has 3 faults:
          line 4: methods[0]: unknown method 'simsaim'; known: barlowtwins, byol, moco, simclr, simsiam. Did you mean 'simsiam'?
          line 6: pretrain.epochs: -5 is out of range; allowed 1 to 100000.
          line 9: 'epoches' is no key of pretrain; keys: baseLearningRate, batch, blockEpochs, epochs, from, momentum, optimizer, schedule, trustCoefficient, warmupEpochs, weightDecay. Did you mean 'epochs'?
        """);

    [Fact]
    public void Read_NameDatasetsAndMethodsAlone_HasTheDefaults()
    {
        var spec = SpecReader.Read(Smallest, "mini.yaml");
        var expected = new SweepSpec { Name = new SweepId("mini"), Datasets = [DatasetId.Parse("cifar10")], Methods = [MethodId.Parse("simsiam")] };
        Assert.Equal(SpecWriter.Write(expected), SpecWriter.Write(spec));
    }

    [Fact]
    public void Read_EveryKey_KeepsEveryValue()
    {
        const string Yaml = """
            precision: bf16
            subset: { train: 1000, test: 500, seed: 7 }
            views: { cropScale: [0.25, 0.75], jitter: [0.1, 0.2, 0.3, 0.05], jitterProbability: 0.6, grayscaleProbability: 0, blurProbability: 0.5, blurSigma: [1, 1.5], flipProbability: 1 }
            evaluate: { knn: [21, 5], linear: [converged, paper] }
            finetune: { epochs: 3, rounds: 2, learningRate: 5.0e-4, batch: 64, momentum: 0, weightDecay: 1e-5, schedule: cosine, spherical: true, target: train }
            simsiam: { baseLearningRate: 0.05, fixedPredictorLearningRate: false, hidden: 64, output: 32, predictorHidden: 16 }
            byol: { tau: 0.996, tauSchedule: constant, projectorBatchNorm: true, hidden: 1, output: 2, predictorHidden: 3 }
            simclr: { temperature: 0.5, hidden: 4, output: 5 }
            moco: { baseLearningRate: 1.0e-7, momentum: 0.99, queue: 4096, temperature: 0.07, symmetric: true, batchNormSplits: 8, hidden: 6, output: 7 }
            pretrain: { epochs: 7, batch: 32, blockEpochs: 100, baseLearningRate: 0.06, momentum: 0.5, weightDecay: 0, optimizer: lars, trustCoefficient: 0.02, warmupEpochs: 3, schedule: epoch }
            backbone: { arch: resnet50, width: 8, stem: imagenet, maxPool: false }
            treatments: [variant, baseline]
            seeds: [3, 1, 2]
            methods: ["simsiam", moco, byol]
            datasets: [svhn, cifar100]
            name: 2024.a_b-c
            """;
        Assert.Equal(
            """
            name: "2024.a_b-c"
            datasets: [svhn, cifar100]
            methods: [simsiam, moco, byol]
            seeds: [3, 1, 2]
            treatments: [variant, baseline]
            backbone: { arch: resnet50, width: 8, stem: imagenet, maxPool: false }
            pretrain:
              epochs: 7
              batch: 32
              blockEpochs: 100
              baseLearningRate: 0.06
              momentum: 0.5
              weightDecay: 0
              optimizer: lars
              trustCoefficient: 0.02
              warmupEpochs: 3
              schedule: epoch
            moco: { baseLearningRate: 1.0E-07, momentum: 0.99, queue: 4096, temperature: 0.07, symmetric: true, batchNormSplits: 8, hidden: 6, output: 7 }
            simclr: { temperature: 0.5, hidden: 4, output: 5 }
            byol: { tau: 0.996, tauSchedule: constant, projectorBatchNorm: true, hidden: 1, output: 2, predictorHidden: 3 }
            simsiam: { baseLearningRate: 0.05, fixedPredictorLearningRate: false, hidden: 64, output: 32, predictorHidden: 16 }
            finetune:
              epochs: 3
              rounds: 2
              learningRate: 0.0005
              batch: 64
              momentum: 0
              weightDecay: 1.0E-05
              schedule: cosine
              spherical: true
              target: train
            evaluate: { knn: [21, 5], linear: [converged, paper] }
            views:
              cropScale: [0.25, 0.75]
              jitter: [0.1, 0.2, 0.3, 0.05]
              jitterProbability: 0.6
              grayscaleProbability: 0
              blurProbability: 0.5
              blurSigma: [1, 1.5]
              flipProbability: 1
            subset: { train: 1000, test: 500, seed: 7 }
            precision: bf16

            """,
            SpecWriter.Write(SpecReader.Read(Yaml, "all.yaml")));
    }

    [Fact]
    public void Write_MethodsThatTheSweepIsNotAbout_AreLeftOutWithTheirDefaults()
    {
        var spec = SpecReader.Read(Smallest + "byol: { tau: 0.9 }\nmoco: { queue: 2048 }\n", "mini.yaml");
        var lines = SpecWriter.Write(spec).Split('\n').Where(line => Catalog.Methods.ContainsKey(line.Split(':')[0]));
        Assert.Equal(["byol", "simsiam"], lines.Select(line => line.Split(':')[0]));
        Assert.Equal(0.9, ((ByolSpec)SpecReader.Read(SpecWriter.Write(spec), "again.yaml").MethodOptions[MethodId.Parse("byol")]).Tau);
    }

    [Theory]
    [InlineData("pretrain: { from: mine }")]
    [InlineData("pretrain: { from: \"null\" }")]
    [InlineData("pretrain: { from: 1.5 }")]
    public void Read_Import_KeepsItsName(string pretrain)
    {
        var spec = SpecReader.Read(Smallest + pretrain, "mini.yaml");
        var name = pretrain.Split(' ')[3].Trim('"');
        Assert.Equal(new ImportId(name), spec.Pretrain.From);
        Assert.Contains($"\npretrain: {{ from: \"{name}\" }}\n", SpecWriter.Write(spec), StringComparison.Ordinal);
        Assert.Equal(SpecWriter.Write(spec), SpecWriter.Write(SpecReader.Read(SpecWriter.Write(spec), "again.yaml")));
    }

    [Fact]
    public void Read_ImportWithoutAName_IsRefused() => Refused(
        """
        name: mini
        datasets: [cifar10]
        methods: [simsiam]
        pretrain: { from: a b }
        """,
        """
        mini.yaml has 1 fault:
          line 4: pretrain.from: 'a b' is no name of an import; allowed are 1 to 64 letters, digits, '-', '_' and '.', starting with a letter or digit.
        """);

    [Fact]
    public void Read_ImportWithMoreThanOneMethodOrOtherSettings_IsRefused() => Refused(
        """
        name: mini
        datasets: [cifar10]
        methods: [moco, simsiam]
        pretrain:
          from: mine
          epochs: 5
          warmupEpochs: 9
        subset: { train: 300, test: 20 }
        finetune: { batch: 256 }
        """,
        """
        mini.yaml has 3 faults:
          line 3: methods: 2 methods share one import; allowed is exactly one where pretrain.from is given. Name the method that the import was pretrained with: its figures are filed under it.
          line 6: pretrain.epochs: given beside pretrain.from; an import stands for the whole pretraining. Delete one of them.
          line 7: pretrain.warmupEpochs: given beside pretrain.from; an import stands for the whole pretraining. Delete one of them.
        """);

    [Fact]
    public void Read_WrongKindsOfValues_SaysWhatEachIsAndShouldBe() => Refused(
        """
        name: [a]
        datasets: cifar10
        methods: { simsiam: yes }
        seeds: ["0", 1e3, 5.0, 010, 1, 1, 99999999999]
        treatments: []
        backbone: resnet18
        pretrain:
        finetune: { learningRate: .nan, batch: "64", rounds: ten, momentum: 1, epochs: ~ }
        evaluate: { knn: 5, linear: [linear] }
        views: { cropScale: [0.9, 0.1], jitter: [0.4, 0.4, 0.4], flipProbability: 1.5, grayscaleProbability: "0.5", jitterProbability: 1e999 }
        precision: half
        """,
        """
        mini.yaml has 25 faults:
          line 1: name: a list where one sweep name is expected; allowed are 1 to 64 letters, digits, '-', '_' and '.', starting with a letter or digit.
          line 2: datasets: 'cifar10' where a list of entries is expected; known: cifar10, cifar100, fashion-mnist, fashion-mnist-sample, svhn, or images-NAME for a folder of images of your own. Write [cifar10].
          line 3: methods: a map where a list of entries is expected; known: barlowtwins, byol, moco, simclr, simsiam.
          line 4: seeds[0]: '0' is no whole number; allowed 0 to 2147483647. Write 0, without quotes.
          line 4: seeds[1]: '1e3' is no whole number; allowed 0 to 2147483647. Write 1000.
          line 4: seeds[2]: '5.0' is no whole number; allowed 0 to 2147483647. Write 5.
          line 4: seeds[3]: '010' is no whole number; allowed 0 to 2147483647. Write 10.
          line 4: seeds[5]: '1' is listed twice; first as seeds[4]. Delete one of them.
          line 4: seeds[6]: 99999999999 is out of range; allowed 0 to 2147483647.
          line 5: treatments: the list is empty; known: baseline, simxir, variant. Name at least one.
          line 6: backbone: 'resnet18'; allowed are keys with values. Give it keys, or delete it.
          line 7: pretrain: no value; allowed are keys with values. Give it keys, or delete it.
          line 8: finetune.learningRate: '.nan' is no number; allowed above 0, to 1000. Write it like 0.0005 or 5.0e-4.
          line 8: finetune.batch: '64' is no whole number; allowed 2 to 65536. Write 64, without quotes.
          line 8: finetune.rounds: 'ten' is no whole number; allowed 1 to 1000.
          line 8: finetune.momentum: 1 is out of range; allowed 0 to below 1.
          line 8: finetune.epochs: no value; allowed 1 to 100000. Give it one, or delete the key.
          line 9: evaluate.knn: '5' where a list of entries is expected; allowed 1 to 1000. Write [5].
          line 9: evaluate.linear[0]: unknown linear probe 'linear'; known: converged, paper.
          line 10: views.cropScale: the smallest part 0.9 is larger than the largest 0.1; allowed is [smallest, largest]. Swap them.
          line 10: views.jitter: 3 entries; allowed [brightness, contrast, saturation, hue], such as [0.4, 0.4, 0.4, 0.1].
          line 10: views.flipProbability: 1.5 is out of range; allowed 0 to 1.
          line 10: views.grayscaleProbability: '0.5' is no number; allowed 0 to 1. Remove the quotes.
          line 10: views.jitterProbability: 1e999 is out of range; allowed 0 to 1.
          line 11: precision: unknown precision 'half'; known: auto, bf16, fp32.
        """);

    [Fact]
    public void Read_CropScaleTheWrongWayRound_IsRefused() => Refused(
        Smallest + "views: { cropScale: [0.9, 0.1] }",
        """
        mini.yaml has 1 fault:
          line 4: views.cropScale: the smallest part 0.9 is larger than the largest 0.1; allowed is [smallest, largest]. Swap them.
        """);

    [Fact]
    public void Read_StemOfImageNet_HasAMaxPoolUnlessToldOtherwise()
    {
        Assert.False(SpecReader.Read(Smallest, "a.yaml").Backbone.MaxPool);
        Assert.True(SpecReader.Read(Smallest + "backbone: { stem: imagenet }", "a.yaml").Backbone.MaxPool);
        Assert.False(SpecReader.Read(Smallest + "backbone: { stem: imagenet, maxPool: false }", "a.yaml").Backbone.MaxPool);
    }

    [Fact]
    public void Read_QueueAndGroupsThatTheBatchDoesNotFit_AreRefusedWithTheNumbers()
    {
        const string Moco = "name: mini\ndatasets: [cifar10]\nmethods: [moco]\n";
        Refused(
            Moco + "pretrain: { batch: 500, epochs: 10, warmupEpochs: 11 }\n",
            """
            mini.yaml has 2 faults:
              line 3: moco.queue: pretrain.batch 500 does not divide the queue of 2048; allowed are multiples of 500. A queue of 2000 is near.
              line 4: pretrain.warmupEpochs: 11 is more than pretrain.epochs; allowed are at most 10. Shorten the warm-up, or train longer.
            """);
        Refused(
            Moco + "pretrain: { batch: 96 }\nmoco: { queue: 288, symmetric: true }\n",
            """
            mini.yaml has 1 fault:
              line 5: moco.queue: the 192 keys of a symmetric step with pretrain.batch 96 do not divide the queue of 288; allowed are multiples of 192. A queue of 384 is near.
            """);
        Refused(
            Moco + "pretrain: { batch: 128 }\nmoco: { batchNormSplits: 3 }\n",
            """
            mini.yaml has 1 fault:
              line 5: moco.batchNormSplits: 3 groups do not divide pretrain.batch 128; allowed are divisors of the batch. Change one of the two.
            """);
        Assert.Equal(500, SpecReader.Read(Smallest + "pretrain: { batch: 500 }\n", "no-moco.yaml").Pretrain.Batch);
    }

    [Fact]
    public void Read_NothingButAKey_AsksForTheRequiredOnes() => Refused(
        "seeds: [1]\n",
        """
        mini.yaml has 3 faults:
          line 1: name: missing; allowed are 1 to 64 letters, digits, '-', '_' and '.', starting with a letter or digit. Add 'name: my-sweep'.
          line 1: datasets: missing; known: cifar10, cifar100, fashion-mnist, fashion-mnist-sample, svhn, or images-NAME for a folder of images of your own. Add 'datasets: [cifar10]'.
          line 1: methods: missing; known: barlowtwins, byol, moco, simclr, simsiam. Add 'methods: [simsiam]'.
        """);

    [Fact]
    public void Read_KeyOrEntryTwice_NamesTheFirst() => Refused(
        Smallest + "seeds: [1, 2, 1]\nname: other\n",
        """
        mini.yaml has 2 faults:
          line 4: seeds[2]: '1' is listed twice; first as seeds[0]. Delete one of them.
          line 5: name: given twice; first on line 1. Delete one of them.
        """);

    [Fact]
    public void Read_AnchorsAliasesTagsAndMoreDocuments_AreRefused() => Refused(
        Smallest + "seeds: &all [1]\npretrain: *all\nfinetune: !!map { epochs: !!int 3 }\n---\nname: b\n",
        """
        mini.yaml has 5 faults:
          line 4: an anchor ('&all') stands here; allowed are plain values, lists and maps. Delete it.
          line 5: an alias ('*name') stands here; allowed are plain values, lists and maps. Write the value out.
          line 6: a tag ('tag:yaml.org,2002:map') stands here; allowed are plain values, lists and maps. Delete it.
          line 6: a tag ('tag:yaml.org,2002:int') stands here; allowed are plain values, lists and maps. Delete it.
          line 7: a second document begins; allowed is one document a file. Put each spec into a file of its own.
        """);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n...\n")]
    public void Read_Nothing_SaysSo(string yaml) => Refused(
        yaml,
        "mini.yaml: there is nothing in it; a spec has at least the keys name, datasets and methods. Begin with 'name: my-sweep'.");

    [Theory]
    [InlineData("[1, 2]", "a list")]
    [InlineData("cifar10", "'cifar10'")]
    public void Read_NoMap_SaysSo(string yaml, string found) => Refused(
        yaml,
        $"mini.yaml has 1 fault:\n  line 1: {found}; allowed are keys with values. Begin with 'name: my-sweep'.");

    [Fact]
    public void Read_UnclosedQuote_GivesLineAndColumn() => Refused(
        Smallest + "precision: \"fp32\n",
        """
        mini.yaml has 1 fault:
          line 4: this is no YAML at column 12: While scanning a quoted scalar, found unexpected end of stream; allowed is what YAML 1.2 defines. Indent with spaces, write 'key: value', close every quote and bracket.
        """);

    [Fact]
    public void Read_DeepNesting_IsRefusedBeforeItCosts()
    {
        var fault = Assert.Throws<SpecException>(() => SpecReader.Read("seeds: " + new string('[', 500_000), "deep.yaml"));
        Assert.Contains("nest deeper than 16 levels", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreThanAMegabyte_IsRefused() => Refused(
        Smallest + "#" + new string('x', 1 << 20),
        "mini.yaml: 1048627 bytes are too long for a spec; allowed are at most 1048576. Is this the right file?");

    [Fact]
    public void Read_TooManyCells_GivesTheNumber() => Refused(
        Smallest + $"seeds: [{string.Join(", ", Enumerable.Range(0, 33_334))}]\n",
        """
        mini.yaml has 1 fault:
          line 4: 1 datasets x 1 methods x 33334 seeds x 3 treatments are 100002 cells; allowed are at most 100000. Split the sweep.
        """);

    [Fact]
    public void Read_TooManyRounds_GivesTheNumber() => Refused(
        Smallest + $"seeds: [{string.Join(", ", Enumerable.Range(0, 11))}]\npretrain: {{ epochs: 100000, blockEpochs: 1 }}\n",
        """
        mini.yaml has 1 fault:
          line 5: the sweep has 1100055 rounds; allowed are at most 1000000. Raise pretrain.blockEpochs, lower finetune.rounds, or split the sweep.
        """);

    [Fact]
    public void Read_SubsetSmallerThanBatchesAndNeighbours_IsRefused() => Refused(
        Smallest + "subset: { train: 20, test: 10 }\n",
        """
        mini.yaml has 3 faults:
          line 4: pretrain.batch: 512 is more than subset.train; allowed are at most 20. Lower the batch: the last, smaller batch of an epoch is dropped, so no step would be left.
          line 4: finetune.batch: 512 is more than subset.train; allowed are at most 20. Lower the batch: the last, smaller batch of an epoch is dropped, so no step would be left.
          line 4: evaluate.knn: 21 is more than subset.train; allowed are at most 20. Neighbours are training images: ask for fewer.
        """);

    [Fact]
    public void Read_LongValueWithControlCharacters_IsShownShortAndOnOneLine()
    {
        var fault = Assert.Throws<SpecException>(() => SpecReader.Read($"name: \"a\\n\\e{new string('b', 5000)}\"\n", "mini.yaml"));
        Assert.Contains($"'a??{new string('b', 57)}…' is no sweep name", fault.Message, StringComparison.Ordinal);
    }

    private static void Refused(string yaml, string message)
    {
        var fault = Assert.Throws<SpecException>(() => SpecReader.Read(yaml, "mini.yaml"));
        Assert.Equal(message, fault.Message);
        Assert.All(fault.Faults, one => Assert.Equal(one.Line > 0, one.Column > 0));
    }
}
