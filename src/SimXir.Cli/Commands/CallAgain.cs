using System.Buffers;
using System.Globalization;
using System.Text;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>The command that goes on with an interrupted run, as a shell takes it.</summary>
public static class CallAgain
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:=@%+,");

    /// <summary>Repeats what the result rests on: the slots too, since they set each slot's threads and so the last bits of its sums.</summary>
    public static string With(string spec, LocalOptions options)
    {
        var text = new StringBuilder("simxir run ").Append(Quoted(spec));
        if (options.Store != CommonOptions.DefaultStore) text.Append(" --store ").Append(HoldsSecret(options.Store) ? "(the same as before)" : Quoted(options.Store));
        if (options.DataFolder is { } data) text.Append(" --data ").Append(Quoted(data));
        if (options.Slots != RunOptions.SlotsFor(options.Loaded.Spec)) text.Append(CultureInfo.InvariantCulture, $" --slots {options.Slots}");
        if (options.Threads is { } threads) text.Append(CultureInfo.InvariantCulture, $" --threads {threads}");
        if (options.SlotsPerGpu != 1) text.Append(CultureInfo.InvariantCulture, $" --slots-per-gpu {options.SlotsPerGpu}");
        return text.ToString();
    }

    /// <summary>A terminal's scrollback is no place for an account key or a signature.</summary>
    private static bool HoldsSecret(string store) =>
        store.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase)
        || store.Contains("SharedAccessSignature=", StringComparison.OrdinalIgnoreCase)
        || store.Contains("sig=", StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
