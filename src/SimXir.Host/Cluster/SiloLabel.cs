using System.Globalization;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>A silo's name in the membership table: what the others must know of it before they can talk to it.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Host">The machine.</param>
/// <param name="ProcessId">The process there.</param>
/// <param name="Store">Its store's identity.</param>
/// <param name="Engine">Its <see cref="Experiments.Engine.Version"/>: silos of different ones would share results that are not equal.</param>
public sealed record SiloLabel(SiloRole Role, string Host, int ProcessId, string Store, string Engine)
{
    private const string EngineWord = " engine ", StoreWord = " store ";

    public static SiloLabel Own(SiloRole role, StoreIdentity store) => new(role, Environment.MachineName, Environment.ProcessId, store.Id, Experiments.Engine.Version);

    /// <summary>The role, machine and process.</summary>
    public static string InstanceOf(SiloRole role) => Instance(role, Environment.MachineName, Environment.ProcessId);

    /// <summary>The engine in a label's text; null where the text is no label.</summary>
    public static string? EngineOf(string text) => WordAfter(EngineWord, text);

    /// <summary>The store's identity in a label's text; null where the text is no label.</summary>
    public static string? StoreOf(string text) => WordAfter(StoreWord, text);

    private static string? WordAfter(string word, string text) =>
        text.LastIndexOf(word, StringComparison.Ordinal) is var at and >= 0 ? text[(at + word.Length)..].Split(' ')[0] : null;

    private static string Instance(SiloRole role, string host, int process) => string.Create(CultureInfo.InvariantCulture, $"{role.ToString().ToLowerInvariant()} silo {host}:{process}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Instance(Role, Host, ProcessId)}{StoreWord}{Store}{EngineWord}{Engine}");
}
