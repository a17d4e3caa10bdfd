using System.CommandLine;
using System.Text;
using SimXir.Host;
using SimXir.Report;
using SimXir.Store;

namespace SimXir.Cli;

/// <summary><c>simxir report</c>: a sweep as one HTML file, finished or not.</summary>
public static class ReportCommand
{
    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var (to, store, data, threads) = (OutFolder.Option("The folder that SWEEP.html is written into"), CommonOptions.Store(), CommonOptions.Data(), BenchOptions.Threads());
        var command = new Command("report", "Write a sweep's report: tables, figures, recipe, in one HTML file") { sweep, to, store, data, threads };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var id = Names.Sweep(parsed.GetValue(sweep)!);
            var source = await ObjectStores.OpenAsync(parsed.GetValue(store)!, TimeProvider.System, create: false, cancellation: cancellation);
            var folder = parsed.GetValue(to)!;
            OutFolder.Refuse(folder);
            var report = await new ReportReading(source, TimeProvider.System).ReadAsync(id, cancellation);
            var dynamics = await new ReportedDynamics(source, parsed.GetValue(data), parsed.GetValue(threads)).ReadAsync(await new StoreReading(source).PlanAsync(id, cancellation), cancellation);
            Console.Out.WriteLine(OutFolder.Write(folder, $"{id}.html", Encoding.UTF8.GetBytes(ReportPage.Write(report with { More = [dynamics] }))));
            return ExitCode.Done;
        });
        return command;
    }
}
