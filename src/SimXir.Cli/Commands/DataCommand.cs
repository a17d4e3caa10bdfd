using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary><c>simxir data</c>: what data there is, and whether it is whole.</summary>
public static class DataCommand
{
    public static Command Create() => new("data", "Look after datasets") { DataListCommand.Create(), Check(), DataFetchCommand.Create(), DataPushCommand.Create(), BaselinesCommand.Create() };

    private static Command Check()
    {
        var name = new Argument<string>("NAME") { Description = DatasetId.Known };
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("check", "Read a dataset whole and tell what is in it") { name, data, json };
        command.SetGuarded((parsed, _) =>
        {
            var check = new Datasets(parsed.GetValue(data)).Check(Names.Dataset(parsed.GetValue(name)!));
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(check, CorridorJson.Options));
            else Console.Out.Write(DataText.Of(check));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
