using System.Collections.Immutable;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>The submitted specs and their plans.</summary>
public sealed class SweepStore(IObjectStore store)
{
    /// <summary>Creates or replaces a sweep: the spec as the user wrote it, then the plan, with which the sweep exists.</summary>
    public async Task WriteAsync(string specYaml, SweepPlan plan, CancellationToken cancellation = default)
    {
        await store.PutAsync(SweepNames.Spec(plan.Sweep), Encoding.UTF8.GetBytes(specYaml), cancellation);
        await store.PutAsync(SweepNames.Plan(plan.Sweep), JsonRecords.Bytes(plan), cancellation);
    }

    /// <summary>The spec's text, or null.</summary>
    public async Task<string?> ReadSpecAsync(SweepId sweep, CancellationToken cancellation = default) =>
        await store.ReadAsync(SweepNames.Spec(sweep), cancellation) is { } found ? Encoding.UTF8.GetString(found.Content.Span) : null;

    /// <summary>The plan, or null if there is no such sweep. Throws <see cref="CorruptRecordException"/>.</summary>
    public async Task<SweepPlan?> ReadPlanAsync(SweepId sweep, CancellationToken cancellation = default)
    {
        var name = SweepNames.Plan(sweep);
        return await store.ReadAsync(name, cancellation) is { } found ? JsonRecords.Parse<SweepPlan>(found, store, name, IsWhole) : null;
    }

    /// <summary>All sweeps, in ordinal order.</summary>
    public async Task<ImmutableArray<SweepId>> ListAsync(CancellationToken cancellation = default)
    {
        var sweeps = new List<SweepId>();
        await foreach (var found in store.ListAsync(SweepNames.Prefix, cancellation))
        {
            var parts = found.Name.Split('/');
            if (parts.Length == 3 && parts[2] == "plan.json" && SweepId.IsValid(parts[1])) sweeps.Add(new SweepId(parts[1]));
        }

        return [.. sweeps.OrderBy(sweep => sweep.Value, StringComparer.Ordinal)];
    }

    private static bool IsWhole(SweepPlan plan) =>
        plan is { Spec: not null, Experiments.IsDefault: false } && plan.Experiments.All(experiment => experiment is { Rounds.IsDefault: false, Cells.IsDefault: false });
}
