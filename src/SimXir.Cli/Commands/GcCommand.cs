using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Cli;

/// <summary><c>simxir gc</c>: deletes from a store what no sweep and no import refers to; sweeps may run meanwhile.</summary>
public static class GcCommand
{
    private const int MostMinutes = 365 * 24 * 60;

    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Delete nothing; say what would be deleted" };
        var (grace, store, json) = (Grace(), CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("gc", "Delete what no sweep refers to; sweeps may run meanwhile") { dryRun, grace, store, json };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var objects = await ObjectStores.OpenAsync(parsed.GetValue(store)!, TimeProvider.System, create: false, cancellation: cancellation);
            var report = await CollectAsync(objects, TimeSpan.FromMinutes(parsed.GetValue(grace)), parsed.GetValue(dryRun), cancellation);
            Console.Out.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(report, CorridorJson.Options) + Environment.NewLine : GcText.Of(report, objects.Description));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A record that cannot be read is an expected fault, told with what it means here.</summary>
    private static async Task<GarbageReport> CollectAsync(IObjectStore store, TimeSpan grace, bool dryRun, CancellationToken cancellation)
    {
        try
        {
            return await new GarbageCollector(store).CollectAsync(grace, dryRun, cancellation);
        }
        catch (Exception fault) when (fault is CorruptRecordException or CorruptPartException)
        {
            throw new StoreException($"{fault.Message}. It might refer to anything, so nothing was deleted", fault);
        }
    }

    private static Option<int> Grace() => new("--grace")
    {
        Description = "Minutes that something must have lain unwritten before it may go: longer than any writer takes from its first part to its manifest",
        HelpName = "MINUTES",
        DefaultValueFactory = _ => 60,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= MostMinutes) return minutes;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"--grace '{text}' is out of range; allowed are 1 to {MostMinutes} minutes"));
            return 60;
        },
    };
}
