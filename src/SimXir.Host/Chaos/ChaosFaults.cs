using System.Globalization;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>The faults of a chaos run: each hurts the rig, mends it, and says what it did.</summary>
public sealed class ChaosFaults(ChaosRig rig, ChaosKind kind, TimeSpan every, Random random)
{
    /// <summary>Longer than a lease holds, and than the others take to give a silo up.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan LongestGone = TimeSpan.FromSeconds(60);

    /// <summary>Makes the next fault and mends what it broke; what it was.</summary>
    public Task<string> NextAsync(CancellationToken cancellation)
    {
        Func<CancellationToken, Task<string>>[] faults = kind switch
        {
            ChaosKind.Worker => [KillWorkerAsync, HangWorkerAsync, DismissWorkerAsync],
            ChaosKind.Silo => [KillControlAsync, KillAllControlAsync],
            ChaosKind.Store => [SpoilStoreAsync, RemoveStoreAsync],
            _ => [KillWorkerAsync, HangWorkerAsync, DismissWorkerAsync, KillControlAsync, KillAllControlAsync, SpoilStoreAsync, RemoveStoreAsync, LoseRedisAsync, KillAllAsync],
        };
        return faults[random.Next(faults.Length)](cancellation);
    }

    private async Task<string> KillWorkerAsync(CancellationToken cancellation)
    {
        var victim = Any(SiloRole.Gpu);
        await victim.Process.KillAsync();
        await rig.Start(SiloRole.Gpu).JoinedAsync();
        return $"killed {victim.Process.Name}";
    }

    private async Task<string> HangWorkerAsync(CancellationToken cancellation)
    {
        var victim = Any(SiloRole.Gpu);
        victim.Process.Stop();
        try
        {
            await Task.Delay(Hang, TimeProvider.System, cancellation);
        }
        finally
        {
            victim.Process.Continue();
        }
        return string.Create(CultureInfo.InvariantCulture, $"held {victim.Process.Name} still for {Hang.TotalSeconds:0} s");
    }

    private async Task<string> DismissWorkerAsync(CancellationToken cancellation)
    {
        var victim = Any(SiloRole.Gpu);
        var left = victim.Process.TerminateAsync();
        await rig.Start(SiloRole.Gpu).JoinedAsync();
        await left;
        return $"asked {victim.Process.Name} to leave";
    }

    private async Task<string> KillControlAsync(CancellationToken cancellation)
    {
        var victim = Any(SiloRole.Control);
        await victim.Process.KillAsync();
        await rig.Start(SiloRole.Control).JoinedAsync();
        return $"killed {victim.Process.Name}";
    }

    private async Task<string> KillAllControlAsync(CancellationToken cancellation)
    {
        var victims = All(SiloRole.Control);
        foreach (var victim in victims) await victim.Process.KillAsync();
        await Task.WhenAll(victims.Select(_ => rig.Start(SiloRole.Control).JoinedAsync()));
        return "killed all control silos";
    }

    private async Task<string> KillAllAsync(CancellationToken cancellation)
    {
        var victims = rig.Members;
        foreach (var victim in victims) await victim.Process.KillAsync();
        await Task.WhenAll(victims.Select(victim => rig.Start(victim.Role).JoinedAsync()));
        return "killed every silo at once";
    }

    private async Task<string> LoseRedisAsync(CancellationToken cancellation)
    {
        var empty = random.Next(2) == 0;
        await rig.Redis.RestartAsync(empty);
        return empty ? "killed Redis, and started it with nothing in it" : "killed Redis, and started it again";
    }

    private async Task<string> SpoilStoreAsync(CancellationToken cancellation)
    {
        var faults = new StoreFaults(0.1, 0.1, TimeSpan.FromSeconds(0.05));
        await WithStoreAsync(faults, every, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"for {every.TotalSeconds:0} s one call of the store in ten failed, one answer in ten was lost, all were slow");
    }

    private async Task<string> RemoveStoreAsync(CancellationToken cancellation)
    {
        var gone = every < LongestGone ? every : LongestGone;
        await WithStoreAsync(StoreFaults.Gone, gone, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"the store was gone for {gone.TotalSeconds:0} s");
    }

    private async Task WithStoreAsync(StoreFaults faults, TimeSpan length, CancellationToken cancellation)
    {
        rig.SetStoreFaults(faults);
        try
        {
            await Task.Delay(length, TimeProvider.System, cancellation);
        }
        finally
        {
            rig.SetStoreFaults(StoreFaults.None);
        }
    }

    private RigMember Any(SiloRole role) => All(role) is { Length: > 0 } members ? members[random.Next(members.Length)] : throw new ClusterException($"the rig has no {role} silo left:\n{rig.Story()}");

    private RigMember[] All(SiloRole role) => [.. rig.Members.Where(member => member.Role == role)];
}
