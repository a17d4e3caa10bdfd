using System.CommandLine;
using System.CommandLine.Parsing;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>Where the web page and the HTTP API listen.</summary>
public static class WebAddressOption
{
    private const string Variable = "SIMXIR_URLS";

    public static Option<WebUrls> Create() => new("--urls")
    {
        Description = $"Where the web page and the HTTP API listen; other addresses than loopback need SIMXIR_OPERATOR_TOKEN; 'none' for no web [{Variable}]",
        HelpName = "URLS",
        DefaultValueFactory = result => CommonOptions.Variable(Variable) is { } text ? Parse(result, text) : WebUrls.Default,
        CustomParser = result => Parse(result, result.Tokens[^1].Value),
    };

    private static WebUrls Parse(ArgumentResult result, string text)
    {
        try
        {
            return WebUrls.Parse(text);
        }
        catch (FormatException fault)
        {
            result.AddError(fault.Message);
            return WebUrls.Off;
        }
    }
}
