using CsCheck;

namespace SimXir.Dynamics;

/// <summary>Random cases, the same for the same seed.</summary>
internal static class CaseGenerator
{
    private static readonly Gen<GroupDraw> Group = Gen.Select(
        Gen.Enum<Topology>(), Gen.Int[1, GroupDraw.Most], Gen.Enum<Scatter>(), Gen.Int[-3, 3].Array[3 * GroupDraw.Most],
        (topology, count, scatter, numbers) => new GroupDraw(topology, count, scatter, numbers));

    private static readonly Gen<CaseDraw> Draw = Gen.Select(
        Gen.Int[1, 3], Group, Group, (dimensions, first, second) => new CaseDraw(dimensions, first, second));

    /// <summary>Without end.</summary>
    public static IEnumerable<TheoremCase> Cases(int seed)
    {
        for (var random = new PCG(0, (ulong)seed); ;) yield return Draw.Generate(random, null, out _).Case();
    }
}
