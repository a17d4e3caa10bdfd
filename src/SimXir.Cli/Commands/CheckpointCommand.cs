using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Host;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Cli;

/// <summary><c>simxir checkpoint</c>: what is in a checkpoint, and backbones into a store and out of it.</summary>
public static class CheckpointCommand
{
    public static Command Create() => new("checkpoint", "Look into checkpoints; take backbones into a store and out of it") { Inspect(), Import(), Export() };

    private static Command Inspect()
    {
        var (file, json) = (FileArgument(), CommonOptions.Json());
        var command = new Command("inspect", "Print what is in a checkpoint, and which backbone it holds") { file, json };
        command.SetGuarded((parsed, _) =>
        {
            Print(parsed.GetValue(json), CheckpointReport.Of(CheckpointFile.Read(parsed.GetValue(file)!)), CheckpointText.Of);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Import()
    {
        var (file, store, json) = (FileArgument(), CommonOptions.Store(), CommonOptions.Json());
        var name = new Option<string>("--name") { Description = "What a spec will call it: pretrain: { from: NAME }", HelpName = "NAME", Required = true };
        var force = Force("Let another import of that name lose it");
        var command = new Command("import", "Take a backbone into a store, for sweeps to start from") { file, name, store, force, json };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var (id, backbone) = (Names.Import(parsed.GetValue(name)!), BackboneImport.Read(parsed.GetValue(file)!));
            var target = await ObjectStores.OpenAsync(parsed.GetValue(store)!, TimeProvider.System, cancellation: cancellation);
            var imported = await BackboneImports.ImportAsync(target, id, backbone, parsed.GetValue(force), cancellation);
            Print(parsed.GetValue(json), ImportReport.Of(imported, target.Description), CheckpointText.Of);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Export()
    {
        var what = new Argument<string>("WHAT") { Description = WeightsReading.Form };
        var to = new Option<string>("--out") { Description = "The safetensors file to write", HelpName = "FILE", Required = true };
        var (store, json, force) = (CommonOptions.Store(), CommonOptions.Json(), Force("Replace the file"));
        var command = new Command("export", "Write an encoder's weights out of a store as safetensors") { what, to, store, force, json };
        command.SetGuarded(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(to)!;
            if (!parsed.GetValue(force)) NewFile.Refuse(path);
            var source = await ObjectStores.OpenAsync(parsed.GetValue(store)!, TimeProvider.System, create: false, cancellation: cancellation);
            var reading = new WeightsReading(source);
            var weights = await reading.FindAsync(Names.Weights(parsed.GetValue(what)!), cancellation);
            NewFile.Write(path, await reading.ReadAsync(weights, cancellation), parsed.GetValue(force));
            Print(parsed.GetValue(json), ExportReport.Of(weights, path), CheckpointText.Of);
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> FileArgument() => new("FILE") { Description = "A .safetensors file, or one of PyTorch's (.pth, .pt, .ckpt) of any age" };

    private static Option<bool> Force(string description) => new("--force") { Description = description };

    private static void Print<T>(bool json, T report, Func<T, string> text)
    {
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(report, CorridorJson.Options));
        else Console.Out.Write(text(report));
    }
}
