using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Where a sweep's slot time went, on one line.</summary>
public static class LedgerLine
{
    /// <summary>Such as <c>slot time 4 min 12 s: useful 91.2 %, start-up 8.8 %</c>; parts of no time are left out.</summary>
    public static string Of(SlotLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var total = ledger.TotalSeconds;
        // Not "<= 0", so that a total that is not a number takes this way too.
        if (!(total > 0) || total >= TimeSpan.MaxValue.TotalSeconds) return "slot time: none recorded";
        (string Name, double Seconds)[] parts =
        [
            ("useful", ledger.UsefulSeconds),
            ("redone", ledger.RedoneSeconds),
            ("start-up", ledger.StartupSeconds),
            ("checkpoint", ledger.CheckpointSeconds),
            ("idle", ledger.IdleSeconds),
            ("wasted", ledger.WastedSeconds),
        ];
        var shares = parts.Where(part => part.Seconds > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {100 * part.Seconds / total:F1} %"));
        return $"slot time {DurationText.Of(TimeSpan.FromSeconds(total))}: {string.Join(", ", shares)}";
    }
}
