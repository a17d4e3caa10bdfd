using System.Collections.Immutable;
using System.Globalization;

namespace SimXir.Experiments;

/// <summary>Expands one (dataset, method, seed): <c>pretrain 1 → … → pretrain P</c>, then for each treatment
/// <c>1 → … → T → evaluate</c>, of which baseline has no rounds of its own. An import takes the place of all pretraining.</summary>
internal sealed class ExperimentPlanner(SweepSpec spec, Precision precision, ExperimentId id, string fingerprint, ImportRecipe? import)
{
    private readonly ImmutableArray<PlannedRound>.Builder _rounds = ImmutableArray.CreateBuilder<PlannedRound>();
    private readonly DatasetRecipe _dataset = DatasetRecipe.Of(spec, id.Dataset, fingerprint);

    public ExperimentPlan Expand()
    {
        var pretrained = import is null ? Pretrain() : Add($"import {spec.Pretrain.From}", import);
        var cells = ImmutableArray.CreateBuilder<PlannedCell>(spec.Treatments.Length);
        foreach (var treatment in spec.Treatments)
        {
            var encoder = treatment == Treatment.Baseline ? pretrained : Finetune(treatment, pretrained);
            cells.Add(new PlannedCell(treatment, encoder, Evaluate(treatment, encoder)));
        }

        return new ExperimentPlan(id, _rounds.ToImmutable(), cells.MoveToImmutable());
    }

    private RoundKey Pretrain()
    {
        var method = spec.MethodOptions[id.Method];
        var pretrain = spec.Pretrain with { BaseLearningRate = method.BaseLearningRate ?? spec.Pretrain.BaseLearningRate };
        var blocks = Planner.CountBlocks(spec.Pretrain);
        RoundKey? parent = null;
        for (var block = 0; block < blocks; block++)
        {
            var from = block * spec.Pretrain.BlockEpochs;
            var to = Math.Min(spec.Pretrain.Epochs - from, spec.Pretrain.BlockEpochs) + from;
            parent = Add(Title("pretrain", block + 1, blocks), new PretrainRecipe
            {
                Engine = Engine.Version,
                Dataset = _dataset,
                Backbone = spec.Backbone,
                Seed = id.Seed,
                Precision = precision,
                Parents = parent is { } previous ? [previous] : [],
                Method = method with { BaseLearningRate = null },
                Pretrain = pretrain with { BlockEpochs = to - from },
                Views = spec.Views,
                FromEpoch = from,
                ToEpoch = to,
            });
        }

        return parent ?? throw new ArgumentException($"{id} has no epoch of pretraining");
    }

    private RoundKey Finetune(Treatment treatment, RoundKey pretrained)
    {
        var parent = pretrained;
        for (var round = 1; round <= spec.Finetune.Rounds; round++)
        {
            parent = Add(Title(SpecWords.Of(treatment), round, spec.Finetune.Rounds), new FinetuneRecipe
            {
                Engine = Engine.Version,
                Dataset = _dataset,
                Backbone = spec.Backbone,
                Seed = id.Seed,
                Precision = precision,
                Parents = [parent],
                Treatment = treatment,
                Finetune = spec.Finetune with { Rounds = 1 },
                Views = spec.Views,
                Round = round,
            });
        }

        return parent;
    }

    private RoundKey Evaluate(Treatment treatment, RoundKey encoder) => Add($"evaluate {SpecWords.Of(treatment)}", new EvaluateRecipe
    {
        Engine = Engine.Version,
        Dataset = _dataset,
        Backbone = spec.Backbone,
        Seed = id.Seed,
        Precision = precision,
        Parents = [encoder],
        Evaluate = new EvaluateSpec { Knn = spec.Evaluate.Knn.Sort(), Linear = spec.Evaluate.Linear.Sort() },
    });

    private RoundKey Add(string title, RoundRecipe recipe)
    {
        var key = RecipeJson.KeyOf(recipe);
        _rounds.Add(new PlannedRound(key, title, recipe));
        return key;
    }

    private static string Title(string stage, int number, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{stage} {number}/{count}");
}
