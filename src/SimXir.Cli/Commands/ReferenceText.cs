using System.CommandLine;
using System.Globalization;
using System.Text;

namespace SimXir.Cli;

/// <summary>Commands and options as Markdown.</summary>
public static class ReferenceText
{
    /// <summary>Their defaults depend on the machine.</summary>
    private static readonly string[] OfTheMachine = ["--threads", "--slots"];

    public static string Of(Command root)
    {
        var text = new StringBuilder();
        text.Append("# Every command and option\n\nWritten by `simxir reference > docs/reference.md`; a test fails where this page is stale. `simxir COMMAND --help` tells the same.\n");
        text.Append("An option that names a variable in brackets takes its value from there where it is not given.\n");
        foreach (var command in Leaves(root)) Add(text, command);
        return text.ToString();
    }

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.Where(inner => !inner.Hidden).SelectMany(Leaves);

    private static void Add(StringBuilder text, Command command)
    {
        var arguments = string.Concat(command.Arguments.Select(argument => $" {argument.Name}"));
        text.Append(CultureInfo.InvariantCulture, $"\n## {ParseFaults.PathOf(command)}{arguments}\n\n{command.Description}.\n\n");
        foreach (var argument in command.Arguments.Where(argument => argument.Description is not null)) text.Append(CultureInfo.InvariantCulture, $"`{argument.Name}`: {Cell(argument.Description)}\n\n");
        var options = command.Options.Where(option => !option.Hidden).ToArray();
        if (options.Length == 0) return;
        text.Append("| option | meaning | default |\n| --- | --- | --- |\n");
        foreach (var option in options) text.Append(CultureInfo.InvariantCulture, $"| `{option.Name}{(option.HelpName is { } name ? " " + name : "")}` | {Cell(option.Description)} | {Default(option)} |\n");
    }

    private static string Default(Option option)
    {
        if (option.Required) return "required";
        if (OfTheMachine.Contains(option.Name)) return "the machine's";
        if (!option.HasDefaultValue || option.GetDefaultValue() is not { } value || value is false) return "";
        return $"`{string.Create(CultureInfo.InvariantCulture, $"{value}")}`";
    }

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
