using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir data fetch</c>: official archives into a data folder.</summary>
public static class DataFetchCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = string.Join(", ", Catalog.Datasets.Values.Where(info => info.IsFetched).Select(info => info.Name)) };
        var (data, mirror, json) = (CommonOptions.Data(), Mirror(), CommonOptions.Json());
        var command = new Command("fetch", "Download a dataset from its authors, check it, and put it where it is read") { name, data, mirror, json };
        command.SetGuarded((parsed, cancellation) => RunAsync(
            Names.Dataset(parsed.GetValue(name)!),
            new FetchOptions
            {
                DataFolder = parsed.GetValue(data) ?? throw new InputException("'data fetch' needs a folder to put the dataset into; give --data DIR, or set SIMXIR_DATA"),
                Mirror = parsed.GetValue(mirror),
            },
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DatasetId id, FetchOptions options, bool json, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = options.StallAfter }) { Timeout = Timeout.InfiniteTimeSpan };
        var view = FetchView.Create(json);
        var check = await new DatasetFetch(options, http, TimeProvider.System, view.Show).FetchAsync(OfficialDatasets.Of(id), cancellation);
        view.End();
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(check, CorridorJson.Options));
        else Console.Out.Write(DataText.Of(check));
        return ExitCode.Done;
    }

    private static Option<Uri?> Mirror() => new("--mirror")
    {
        Description = "Serves the official files under their own names in place of their authors [SIMXIR_MIRROR]",
        HelpName = "URL",
        DefaultValueFactory = result => CommonOptions.Variable("SIMXIR_MIRROR") is { } text ? Parse(result, text, "SIMXIR_MIRROR") : null,
        CustomParser = result => Parse(result, result.Tokens[^1].Value, "--mirror"),
    };

    private static Uri? Parse(System.CommandLine.Parsing.ArgumentResult result, string text, string said)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length + url.UserInfo.Length == 0) return url;
        result.AddError($"{said} '{text.Split('@')[^1].Split('?')[0]}' is no place to fetch from; it has the form https://HOST/FOLDER, where the file FOLDER/cifar-10-binary.tar.gz is, for instance; it holds no user, password or query");
        return null;
    }
}
