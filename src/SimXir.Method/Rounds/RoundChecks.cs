using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>What must hold before a round starts; each fault is one sentence with the numbers.</summary>
internal static class RoundChecks
{
    public static void Training(RoundInputs inputs, int batch, string stage)
    {
        var images = inputs.Dataset.Train.Count;
        if (images == 0) throw new RoundInputException($"{inputs.Dataset.Id} has no training images");
        if (batch > images)
            throw new RoundInputException(
                $"{stage}: batch {batch} is larger than the {images} training images of {inputs.Dataset.Id}; "
                + $"use a batch of 2 to {images}, or more images");
        if (inputs.Device == "cpu") Batch(batch, inputs.Dataset.Train.Side, stage);
        if (batch < 2) throw new RoundInputException($"{stage}: batch {batch} is too small for batch statistics; use 2 or more");
    }

    /// <summary>A batch that is drawn on a CPU is one array.</summary>
    public static void Batch(int batch, int side, string stage)
    {
        var most = int.MaxValue / sizeof(float) / (ImageSet.Channels * side * side);
        if (batch > most) throw new RoundInputException($"{stage}: a batch of {batch} images of {side} x {side} pixels is larger than 2 GB; on a CPU use at most {most}, or smaller images");
    }

    public static void Evaluation(RoundInputs inputs)
    {
        if (inputs.Dataset.Train.Count == 0) throw new RoundInputException($"{inputs.Dataset.Id} has no training images to compare with");
        if (inputs.Dataset.Test.Count == 0) throw new RoundInputException($"{inputs.Dataset.Id} has no test images to judge on");
    }

    public static ReadOnlyMemory<byte> Part(RoundInputs inputs, string name) => inputs.Parent.TryGetValue(name, out var part)
        ? part
        : throw new RoundInputException(
            $"the parent round's part '{name}' is missing; given are [{string.Join(", ", inputs.Parent.Keys)}]");

    public static Device DeviceOf(RoundInputs inputs)
    {
        if (inputs.Device == "cpu") return CPU;
        if (CudaIndex(inputs.Device) is not { } index)
            throw new RoundInputException($"unknown device '{inputs.Device}'; known: cpu, cuda, cuda:N");
        var seen = TorchEnvironment.CudaDevices;
        if (index >= seen) throw new RoundInputException($"there is no device '{inputs.Device}': this process sees {seen} CUDA devices");
        return new Device(DeviceType.CUDA, index);
    }

    private static int? CudaIndex(string device) => device.Split(':') switch
    {
        ["cuda"] => 0,
        ["cuda", var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index,
        _ => null,
    };
}
