using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using SimXir.Experiments;
using SimXir.Host;
using SimXir.Report;
using SimXir.Store;

namespace SimXir.Cli;

/// <summary><c>simxir export</c>: the curves of a sweep for other programs, while it runs or after.</summary>
public static class ExportCommand
{
    public static Command Create() => new("export", "Write the curves of a sweep for other programs") { TensorBoard(), Csv() };

    private static Command TensorBoard()
    {
        var to = OutFolder.Option("The folder that TensorBoard is then pointed at");
        return Export("tensorboard", "Write event files: tensorboard --logdir DIR shows them", to, (parsed, curves) =>
        {
            var folder = parsed.GetValue(to)!;
            var files = EventFiles.Of(curves).Select(file => OutFolder.Write(folder, file.Path, file.Content)).Count();
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} runs, {curves.Sum(curve => curve.Points.Length)} steps: {folder}"));
        });
    }

    private static Command Csv()
    {
        var to = OutFolder.Option("The folder that curves.csv is written into");
        return Export("csv", "Write curves.csv: a row for each measured step", to, (parsed, curves) =>
            Console.Out.WriteLine(OutFolder.Write(parsed.GetValue(to)!, "curves.csv", Encoding.UTF8.GetBytes(CurveCsv.Write(curves)))));
    }

    private static Command Export(string name, string description, Option<string> to, Action<ParseResult, ImmutableArray<StageCurve>> write)
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var store = CommonOptions.Store();
        var command = new Command(name, description) { sweep, to, store };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var id = Names.Sweep(parsed.GetValue(sweep)!);
            var source = await ObjectStores.OpenAsync(parsed.GetValue(store)!, TimeProvider.System, create: false, cancellation: cancellation);
            var plan = await new StoreReading(source).PlanAsync(id, cancellation);
            OutFolder.Refuse(parsed.GetValue(to)!);
            var curves = await new CurveReading(source).ReadAsync(plan, cancellation);
            if (curves.IsEmpty) throw new ReportException($"sweep '{id}' has measured nothing yet: none of its rounds has come as far; 'simxir why {id}' tells where it stands");
            write(parsed, curves);
            return ExitCode.Done;
        });
        return command;
    }
}
