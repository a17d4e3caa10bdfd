using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary><c>simxir selftest</c>: the program's numbers against reference vectors, on the user's own device.</summary>
public static class SelfTestCommand
{
    private const string Cpu = "cpu";
    private const string Cuda = "cuda";

    public static Command Create()
    {
        var reference = new Option<string?>("--reference")
        {
            Description = "A folder of reference vectors; left out, the small set in the program",
            HelpName = "DIR",
        };
        var device = new Option<string>("--device") { Description = "Where to compute", DefaultValueFactory = _ => Cpu };
        device.AcceptOnlyFromAmong(Cpu, Cuda);
        var json = CommonOptions.Json();
        var command = new Command("selftest", "Check the numbers against reference vectors") { reference, device, json };
        command.SetGuarded((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(reference) is { } path ? ReferenceFolder.At(path) : ReferenceFolder.BuiltIn,
            parsed.GetValue(device)!,
            parsed.GetValue(json),
            cancellation)));
        return command;
    }

    private static int Run(ReferenceFolder folder, string device, bool json, CancellationToken cancellation)
    {
        if (device == Cuda && TorchEnvironment.CudaDevices == 0)
            throw new InputException("this machine has no CUDA device that libtorch can use; leave --device out for the CPU");

        var checks = new List<SelfTestCheck>();
        foreach (var file in SelfTest.Run(folder, [.. SelfTest.MethodChecks(device), new DynamicsChecks(), new IrisChecks()]))
        {
            cancellation.ThrowIfCancellationRequested();
            checks.AddRange(file.Checks);
            if (!json) Console.Out.WriteLine(SelfTestText.Line(file));
        }

        var passed = checks.TrueForAll(check => check.Passed);
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { checks, passed }, CorridorJson.Options));
        }
        else
        {
            foreach (var failed in checks.Where(check => !check.Passed)) Console.Out.WriteLine(SelfTestText.Failure(failed));
            Console.Out.WriteLine(SelfTestText.End(checks, device, folder));
        }
        return passed ? ExitCode.Done : ExitCode.Failed;
    }
}
