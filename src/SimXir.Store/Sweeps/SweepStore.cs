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
        await store.PutAsync(SweepNames.Plan(plan.Sweep), JsonRecords.LargeBytes(plan), cancellation);
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

    /// <summary>Changes the plan by compare and set: what another has changed meanwhile is changed further. Throws <see cref="CorruptRecordException"/>.</summary>
    /// <param name="sweep">One that is in the store.</param>
    /// <param name="change">Gives the plan as it is to be, or the one it was given where it is so already.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SweepPlan> ChangePlanAsync(SweepId sweep, Func<SweepPlan, SweepPlan> change, CancellationToken cancellation = default)
    {
        var name = SweepNames.Plan(sweep);
        while (true)
        {
            var found = await store.ReadAsync(name, cancellation) ?? throw new StoreException($"store '{store.Description}': the plan of sweep '{sweep}' is gone");
            var plan = JsonRecords.Parse<SweepPlan>(found, store, name, IsWhole);
            var next = change(plan);
            if (ReferenceEquals(next, plan) || await store.ReplaceAsync(name, JsonRecords.Bytes(next), found.ETag, cancellation) is not null) return next;
        }
    }

    /// <summary>What users have asked of the sweep, or null where nobody has. Throws <see cref="CorruptRecordException"/>.</summary>
    public async Task<SweepWish?> ReadWishAsync(SweepId sweep, CancellationToken cancellation = default)
    {
        var name = SweepNames.Wish(sweep);
        return await store.ReadAsync(name, cancellation) is { } found ? JsonRecords.Parse<SweepWish>(found, store, name) : null;
    }

    /// <summary>Changes what is asked of the sweep, by compare and set: of several users at once each changes what the one before wrote.</summary>
    public async Task<SweepWish> WishAsync(SweepId sweep, Func<SweepWish, SweepWish> change, CancellationToken cancellation = default)
    {
        var name = SweepNames.Wish(sweep);
        while (true)
        {
            var found = await store.ReadAsync(name, cancellation);
            var next = change(found is null ? new SweepWish() : JsonRecords.Parse<SweepWish>(found, store, name));
            var written = found is null
                ? await store.CreateAsync(name, JsonRecords.Bytes(next), cancellation)
                : await store.ReplaceAsync(name, JsonRecords.Bytes(next), found.ETag, cancellation);
            if (written is not null) return next;
        }
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
