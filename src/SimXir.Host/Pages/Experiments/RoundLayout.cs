using SimXir.Experiments;

namespace SimXir.Host.Pages;

/// <summary>Where each round stands in the drawing of an experiment: a column for each step from the start, a lane for each branch.</summary>
internal static class RoundLayout
{
    public static IReadOnlyDictionary<RoundKey, (int Column, int Lane)> Of(IReadOnlyList<RoundView> rounds)
    {
        var places = new Dictionary<RoundKey, (int Column, int Lane)>();
        var taken = new HashSet<(int, int)>();
        foreach (var round in rounds)
        {
            var parents = round.Parents.Where(places.ContainsKey).Select(parent => places[parent]).ToArray();
            var column = parents.Length == 0 ? 0 : parents.Max(parent => parent.Column) + 1;
            var lane = parents.Length == 0 ? 0 : parents.Min(parent => parent.Lane);
            while (!taken.Add((column, lane))) lane++;
            places[round.Key] = (column, lane);
        }
        return places;
    }
}
