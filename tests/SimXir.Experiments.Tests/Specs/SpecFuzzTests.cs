using CsCheck;

namespace SimXir.Experiments.Tests;

public sealed class SpecFuzzTests
{
    private static readonly string Seed = SpecWriter.Write(SpecSource.Load("quickstart").Spec) + "subset: { train: 1000, test: 500 } # part\n";

    private static readonly string[] Scraps =
    [
        "\n", "  ", "\t", ":", "- ", "[", "]", "{", "}", ",", "#", "\"", "'", "&a ", "*a", "!!int ", "! ", "|\n", ">\n", "? ", "---\n", "...\n", "%YAML 1.2\n",
        "~", "null", "<<: ", "-1", "1e999", "0x10", ".inf", "true", "\\u", "\\U00110000", "\0", "\u0085", "\u2028", "\ufeff", "\ud800", "é", "\U0001F600", "@", "`",
    ];

    private static readonly Gen<(int At, int Cut, int Scrap)> Change = Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 12], Gen.Int[0, Scraps.Length - 1]);

    [Fact]
    public void Read_MutatedSpec_ReadsOrThrowsSpecException() => Change.Array[1, 8].Sample(
        changes => ReadsOrRefuses(changes.Aggregate(Seed, Apply)),
        iter: 20_000);

    [Fact]
    public void Read_AnyText_ReadsOrThrowsSpecException() => Gen.Select(Gen.Int[0, Scraps.Length - 1].Array[0, 40], Gen.String).Sample(
        (scraps, tail) => ReadsOrRefuses(string.Concat(scraps.Select(i => Scraps[i])) + tail),
        iter: 20_000);

    private static string Apply(string text, (int At, int Cut, int Scrap) change)
    {
        var at = change.At % (text.Length + 1);
        return text[..at] + Scraps[change.Scrap] + text[Math.Min(text.Length, at + change.Cut)..];
    }

    private static bool ReadsOrRefuses(string yaml)
    {
        try
        {
            var spec = SpecReader.Read(yaml, "fuzz.yaml");
            return SpecWriter.Write(SpecReader.Read(SpecWriter.Write(spec), "again.yaml")) == SpecWriter.Write(spec);
        }
        catch (SpecException fault)
        {
            return fault.Faults.Length > 0;
        }
    }
}
