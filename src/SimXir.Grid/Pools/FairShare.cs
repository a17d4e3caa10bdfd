using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>How much slot time each sweep has received, divided by its weight: whoever has received least is served next.</summary>
/// <remarks>As in start-time fair queueing (Goyal, Vin and Cheng, 1996) a sweep that comes new, or after an absence, begins where the least served of
/// those present stands: it has no claim on the time before. Here slot time is counted while it passes, since nobody knows beforehand how long a round takes.</remarks>
public sealed class FairShare(TimeProvider time)
{
    /// <summary>An experiment's next round comes a moment after the one before has ended: such a gap is no absence.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly Dictionary<SweepId, Account> _accounts = [];

    /// <summary>Slot-seconds over weight, up to now.</summary>
    public double Received(SweepId sweep) => _accounts.TryGetValue(sweep, out var account) ? Settled(account).Received : 0;

    /// <summary>Slots that it holds now, over its weight.</summary>
    public double Holds(SweepId sweep) => _accounts.TryGetValue(sweep, out var account) ? account.Slots / account.Weight : 0;

    /// <summary>A round of the sweep comes to wait.</summary>
    public void Enter(SweepId sweep, double weight)
    {
        if (!_accounts.TryGetValue(sweep, out var account)) _accounts[sweep] = account = new Account { Since = time.GetTimestamp(), IsNew = true };
        Reweigh(account, weight);
        if (!account.IsPresent && (account.IsNew || time.GetElapsedTime(account.Left) > Absence)) Lift(account);
        account.Waiting++;
    }

    /// <summary>It waits no more.</summary>
    public void Leave(SweepId sweep) => Change(sweep, waiting: -1, slots: 0);

    /// <summary>It takes a slot.</summary>
    public void Take(SweepId sweep, double weight)
    {
        Enter(sweep, weight);
        Change(sweep, waiting: -1, slots: 1);
    }

    /// <summary>It gives one back.</summary>
    public void Free(SweepId sweep) => Change(sweep, waiting: 0, slots: -1);

    private void Change(SweepId sweep, int waiting, int slots)
    {
        var account = Settled(_accounts[sweep]);
        (account.Waiting, account.Slots) = (account.Waiting + waiting, account.Slots + slots);
        if (account.IsPresent) return;
        account.Left = time.GetTimestamp();
        Forget();
    }

    private void Reweigh(Account account, double weight)
    {
        Settled(account);
        account.Weight = weight;
    }

    /// <summary>To the least served of those present, or to the most served of all where none is: in both cases nobody has a lead to wait for.</summary>
    private void Lift(Account account)
    {
        var others = _accounts.Values.Where(other => other != account).Select(Settled).ToArray();
        var present = others.Where(other => other.IsPresent || time.GetElapsedTime(other.Left) <= Absence).Select(other => other.Received).ToArray();
        var floor = present.Length > 0 ? present.Min() : others.Select(other => other.Received).DefaultIfEmpty().Max();
        account.Received = Math.Max(account.Received, floor);
        account.IsNew = false;
    }

    /// <summary>Accounts of long ago go, so that a pool that lives for months does not fill up.</summary>
    private void Forget()
    {
        foreach (var (sweep, _) in _accounts.Where(pair => !pair.Value.IsPresent && time.GetElapsedTime(pair.Value.Left) > Kept).ToArray()) _accounts.Remove(sweep);
    }

    private Account Settled(Account account)
    {
        var now = time.GetTimestamp();
        account.Received += account.Slots * time.GetElapsedTime(account.Since, now).TotalSeconds / account.Weight;
        account.Since = now;
        return account;
    }

    private sealed class Account
    {
        public double Received { get; set; }

        public double Weight { get; set; } = 1;

        public int Waiting { get; set; }

        public int Slots { get; set; }

        public long Since { get; set; }

        public long Left { get; set; }

        public bool IsNew { get; set; }

        public bool IsPresent => Waiting > 0 || Slots > 0;
    }
}
