using System.CommandLine;
using System.Text.RegularExpressions;
using SimXir.Host;
using SimXir.Worker;

namespace SimXir.Cli.Tests;

/// <summary>The environment variables that a silo reads: those that its options name, and those of parts below them.</summary>
public static partial class KnownVariables
{
    public static HashSet<string> OfSilo { get; } =
    [
        .. SiloCommand.Create().Options.SelectMany(option => Name().Matches(option.Description ?? "").Select(match => match.Value)),
        DatasetCacheFolder.Variable, WebhookOptions.SecretVariable, WebhookOptions.SecretFileVariable,
    ];

    /// <summary>What the program says to a command line; empty where it takes it.</summary>
    public static IReadOnlyList<string> FaultsOf(IEnumerable<string> arguments) => [.. new RootCommand { SiloCommand.Create() }.Parse([.. arguments]).Errors.Select(error => error.Message)];

    [GeneratedRegex("SIMXIR_[A-Z_]+")]
    private static partial Regex Name();
}
