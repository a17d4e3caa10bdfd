using System.CommandLine;
using SimXir.Experiments;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir table</c>: the figures of a sweep, finished or not.</summary>
public static class TableCommand
{
    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var source = new SweepSource();
        var format = new Option<string>("--format") { Description = "text, md, csv, latex or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "md", "csv", "latex", "json");
        var against = new Option<string?>("--against") { Description = "paper: in the layout of the paper's tables, beside its figures, each gain with its interval, test and verdict", HelpName = "paper" };
        against.AcceptOnlyFromAmong("paper");
        var command = new Command("table", "Print the figures of a sweep") { sweep };
        source.AddTo(command);
        command.Add(format);
        command.Add(against);
        command.SetGuarded((parsed, cancellation) => source.ReadAsync(
            parsed,
            async reading =>
            {
                var result = await reading.ResultAsync(Names.Sweep(parsed.GetValue(sweep)!), cancellation);
                Console.Out.Write(parsed.GetValue(against) is null ? Plain(result, parsed.GetValue(format)!) : AgainstPaper(PaperComparison.Of(result), parsed.GetValue(format)!));
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static string Plain(SweepResult result, string format) => format switch
    {
        "md" => TableWriter.Markdown(result),
        "csv" => TableWriter.Csv(result),
        "latex" => TableWriter.Latex(result),
        "json" => TableWriter.Json(result),
        _ => TableWriter.Text(result),
    };

    private static string AgainstPaper(PaperComparison comparison, string format) => format switch
    {
        "md" => PaperWriter.Markdown(comparison),
        "csv" => PaperWriter.Csv(comparison),
        "latex" => PaperWriter.Latex(comparison),
        "json" => PaperWriter.Json(comparison),
        _ => PaperWriter.Text(comparison),
    };
}
