using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Holds the program's own numerics against reference vectors.</summary>
public static class SelfTest
{
    /// <summary>The checks of the method, on one device, in float32: TF32's ten bits are switched off for the process.</summary>
    /// <param name="device">cpu, cuda, cuda:0, …</param>
    public static IReadOnlyList<IReferenceChecks> MethodChecks(string device)
    {
        TorchEnvironment.Prepare();
        var place = new Device(device);
        if (place.type == DeviceType.CUDA) (backends.cudnn.allow_tf32, backends.cuda.matmul.allow_tf32) = (false, false);
        return
        [
            new BackboneChecks(place),
            new LayoutChecks(),
            new LossChecks(place),
            new SgdChecks(place),
            new LarsChecks(place),
            new AugmentChecks(place),
            new KnnChecks(),
            new CheckpointChecks("checkpoint_zip", CheckpointFormat.PyTorchZip),
            new CheckpointChecks("checkpoint_legacy", CheckpointFormat.PyTorchLegacy),
            new HostileChecks(),
        ];
    }

    /// <summary>File after file, each as soon as it is done.</summary>
    /// <exception cref="ReferenceException">A file is missing, broken or incomplete.</exception>
    public static IEnumerable<SelfTestFile> Run(ReferenceFolder folder, IEnumerable<IReferenceChecks> checks) => checks.Select(check =>
    {
        var list = new CheckList(check.File);
        try
        {
            check.Run(folder, list);
        }
        catch (Exception fault) when (fault is not ReferenceException)
        {
            // The numbers of the other files are still worth knowing.
            list.Stop(fault);
        }
        return new SelfTestFile(check.File, list.Checks);
    });
}
