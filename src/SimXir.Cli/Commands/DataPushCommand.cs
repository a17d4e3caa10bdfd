using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Host;
using SimXir.Store;

namespace SimXir.Cli;

/// <summary><c>simxir data push</c>: a dataset into a store, for machines that have no data folder.</summary>
public static class DataPushCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = DatasetId.Known };
        var (data, store, json) = (CommonOptions.Data(), CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("push", "Put a dataset into a store, from which workers without it take it once") { name, data, store, json };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var objects = await ObjectStores.OpenAsync(parsed.GetValue(store)!, TimeProvider.System, cancellation: cancellation);
            var listing = await DatasetPush.PushAsync(Names.Dataset(parsed.GetValue(name)!), parsed.GetValue(data), objects, cancellation);
            Console.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(listing, CorridorJson.Options)
                : string.Create(CultureInfo.InvariantCulture, $"{listing.Id.Info.Title} ({listing.Id}) is in {objects.Description}: {listing.Files.Length} files, {listing.Files.Sum(file => file.LengthBytes)} bytes, fingerprint {listing.Fingerprint}"));
            return ExitCode.Done;
        });
        return command;
    }
}
