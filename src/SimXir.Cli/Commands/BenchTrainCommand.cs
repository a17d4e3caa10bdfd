using System.CommandLine;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary><c>simxir bench train</c>: how fast a pretraining step is.</summary>
public static class BenchTrainCommand
{
    public static Command Create()
    {
        var method = new Option<string>("--method") { Description = string.Join(", ", Catalog.Methods.Keys), DefaultValueFactory = _ => "simsiam" };
        method.AcceptOnlyFromAmong([.. Catalog.Methods.Keys]);
        var precision = new Option<string>("--precision") { Description = "fp32, bf16, or auto for what this machine does faster", DefaultValueFactory = _ => "auto" };
        precision.AcceptOnlyFromAmong("auto", "fp32", "bf16");
        var width = NumberOptions.Whole("--width", "ResNet-18's", 64, most: 512);
        var batch = NumberOptions.Whole("--batch", "Images a step; it trains on two views of each", 128, most: 65_536);
        var steps = NumberOptions.Whole("--steps", "Steps that are timed, after five that are not", 20, most: 1_000_000);
        var (threads, json) = (BenchOptions.Threads(), CommonOptions.Json());
        var command = new Command("train", "Time training steps, views and optimizer included") { method, width, batch, precision, threads, steps, json };
        command.SetGuarded((parsed, _) =>
        {
            var images = parsed.GetValue(batch);
            if (images < 2) throw new InputException($"--batch {images} is too small for batch statistics; use 2 or more");
            var asked = Enum.Parse<Precision>(parsed.GetValue(precision)!, ignoreCase: true);
            var result = TrainBench.Run(new TrainBenchOptions
            {
                Method = MethodId.Parse(parsed.GetValue(method)!).Info.Defaults.FittedTo(images),
                Backbone = new BackboneSpec { Width = parsed.GetValue(width) },
                Batch = images,
                Precision = PrecisionChoice.Resolve(asked, TorchEnvironment.BestPrecision),
                Threads = parsed.GetValue(threads),
                Steps = parsed.GetValue(steps),
            });
            return Task.FromResult(BenchCommand.Print(result, parsed.GetValue(json)));
        });
        return command;
    }
}
