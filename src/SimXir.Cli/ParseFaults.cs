using System.CommandLine;
using System.CommandLine.Parsing;
using SimXir.Experiments;

namespace SimXir.Cli;

/// <summary>What is wrong with a command line, as one message: the first fault in the order in which a reader would see them.</summary>
public static class ParseFaults
{
    public static string Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unmatched, ..]) return Unmatched(command, unmatched);
        return command.Subcommands.Count > 0 && command.Action is null
            ? $"'{PathOf(command)}' needs a command; known: {Known(command.Subcommands)}"
            : Place(parsed.Errors[0]) + parsed.Errors[0].Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal).TrimEnd('.');
    }

    /// <summary>The command as it is typed, such as <c>simxir data check</c>.</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : command.Name;

    /// <summary>The library's own words about a value do not say of which option.</summary>
    private static string Place(ParseError error) => error.SymbolResult is OptionResult option && error.Message.StartsWith("Argument ", StringComparison.Ordinal) ? $"{option.Option.Name}: " : "";

    private static string Unmatched(Command command, string token)
    {
        if (token.StartsWith('-')) return $"'{PathOf(command)}' has no option '{token}'; {Near(token, command.Options)}it has {Known(command.Options)}";
        return command.Subcommands.Count > 0
            ? $"'{PathOf(command)}' has no command '{token}'; {Near(token, command.Subcommands)}known: {Known(command.Subcommands)}"
            : $"'{token}' is one argument too many for '{PathOf(command)}'";
    }

    private static string Near(string token, IEnumerable<Symbol> symbols) =>
        Nearest.Find(token, symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name)) is { } near ? $"did you mean '{near}'? " : "";

    private static string Known(IEnumerable<Symbol> symbols) => string.Join(", ", symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name));
}
