using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>What rounds need and slots have, in words.</summary>
public static class NeedsText
{
    /// <summary>Why no slot can ever run a round with those needs; null where one can, and where there is no slot yet.</summary>
    public static string? Obstacle(NeedsSpec needs, IReadOnlyCollection<SlotOffer> slots) => slots.Count == 0 || slots.Any(slot => slot.Has(needs))
        ? null
        : $"no slot of this pool can ever run it: it needs {Of(needs)}, the pool has {Of(slots)}";

    private static string Of(NeedsSpec needs)
    {
        var device = needs.Device is { } kind ? SpecWords.Of(kind) : "any device";
        return needs.MemoryGiB is { } memory ? string.Create(CultureInfo.InvariantCulture, $"{device} with {memory:0.#} GiB") : device;
    }

    private static string Of(IEnumerable<SlotOffer> slots) => string.Join(" and ", slots
        .GroupBy(slot => slot.MemoryGiB is { } memory ? string.Create(CultureInfo.InvariantCulture, $"with {memory:0.#} GiB") : "", (with, group) => (with, group))
        .SelectMany(size => size.group.CountBy(slot => slot.Device).Select(kind => string.Create(
            CultureInfo.InvariantCulture, $"{kind.Value} {SpecWords.Of(kind.Key)} slot{(kind.Value == 1 ? "" : "s")}{(size.with.Length == 0 ? "" : " " + size.with)}"))));
}
