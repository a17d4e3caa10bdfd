using System.Globalization;

namespace SimXir.Host;

/// <summary>A silo's name in the membership table: what the others must know of it before they can talk to it.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Host">The machine.</param>
/// <param name="ProcessId">The process there.</param>
/// <param name="Engine">Its <see cref="Experiments.Engine.Version"/>: silos of different ones would share results that are not equal.</param>
public sealed record SiloLabel(SiloRole Role, string Host, int ProcessId, string Engine)
{
    private const string EngineWord = " engine ";

    public static SiloLabel Own(SiloRole role) => new(role, Environment.MachineName, Environment.ProcessId, Experiments.Engine.Version);

    /// <summary>The engine in a label's text; null where the text is no label.</summary>
    public static string? EngineOf(string text) =>
        text.LastIndexOf(EngineWord, StringComparison.Ordinal) is var at and >= 0 ? text[(at + EngineWord.Length)..] : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Role.ToString().ToLowerInvariant()} silo {Host}:{ProcessId}{EngineWord}{Engine}");
}
