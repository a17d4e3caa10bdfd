using System.CommandLine;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir table</c>: the figures of a sweep, finished or not.</summary>
public static class TableCommand
{
    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var source = new SweepSource();
        var format = new Option<string>("--format") { Description = "text, md, csv or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "md", "csv", "json");
        var command = new Command("table", "Print the figures of a sweep") { sweep };
        source.AddTo(command);
        command.Add(format);
        command.SetGuarded((parsed, cancellation) => source.ReadAsync(
            parsed,
            async reading =>
            {
                var result = await reading.ResultAsync(Names.Sweep(parsed.GetValue(sweep)!), cancellation);
                Console.Out.Write(parsed.GetValue(format) switch
                {
                    "md" => TableWriter.Markdown(result),
                    "csv" => TableWriter.Csv(result),
                    "json" => TableWriter.Json(result),
                    _ => TableWriter.Text(result),
                });
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
