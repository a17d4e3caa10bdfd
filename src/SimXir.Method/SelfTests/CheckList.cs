using System.Collections.Immutable;
using System.Globalization;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Gathers the checks of one file.</summary>
/// <param name="file">The file's name without its ending: the first part of every check's name.</param>
public sealed class CheckList(string file)
{
    private readonly List<SelfTestCheck> _checks = [];

    public ImmutableArray<SelfTestCheck> Checks => [.. _checks];

    public bool Passed => _checks.TrueForAll(check => check.Passed);

    /// <summary>Takes over another list's checks.</summary>
    public void Add(CheckList other) => _checks.AddRange(other._checks);

    /// <summary>Two lists of numbers in the same order.</summary>
    public void Compare(string name, IEnumerable<double> expected, IEnumerable<double> actual, Tolerance tolerance) =>
        Compare(name, [.. expected], [.. actual], tolerance);

    /// <summary>Something that is as it should be, or not.</summary>
    /// <param name="name">The part after the file's name.</param>
    /// <param name="fault">What is wrong; null where nothing is.</param>
    public void Expect(string name, string? fault) => Add(name, fault is null ? 0 : null, 0, fault);

    /// <summary>A fault that kept the rest of the file from being checked.</summary>
    internal void Stop(Exception fault)
    {
        // libtorch's messages go on with where in its sources it happened.
        var message = fault.Message.Split('\n')[0];
        _checks.Add(new SelfTestCheck(file, null, 0, false, $"the check could not end: {message}"));
    }

    internal void Compare(string name, Tensor expected, Tensor? actual, Tolerance tolerance)
    {
        if (actual is null) Expect(name, "there is none");
        else if (!actual.shape.SequenceEqual(expected.shape)) Expect(name, $"the shape is {Shape(actual)}, expected is {Shape(expected)}");
        else Compare(name, Numbers(expected), Numbers(actual), tolerance);
    }

    private void Compare(string name, double[] expected, double[] actual, Tolerance tolerance)
    {
        if (expected.Length != actual.Length)
        {
            Expect(name, $"there are {actual.Length} numbers, expected are {expected.Length}");
            return;
        }

        var (worst, at) = (0.0, 0);
        for (var i = 0; i < expected.Length && !double.IsNaN(worst); i++)
        {
            var error = Math.Abs(actual[i] - expected[i]);
            if (!(error <= worst)) (worst, at) = (error, i);
        }
        var allowed = tolerance.For(expected.Select(Math.Abs).DefaultIfEmpty().Max());
        var fault = worst <= allowed ? null : Fault(expected[at], actual[at], at, worst, allowed);
        Add(name, double.IsFinite(worst) ? worst : null, allowed, fault);
    }

    private void Add(string name, double? error, double allowed, string? fault) =>
        _checks.Add(new SelfTestCheck($"{file}/{name}", error, allowed, fault is null, fault));

    private static string Fault(double expected, double actual, int at, double error, double allowed)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"element {at} is {actual:g9}, expected is {expected:g9}");
        return allowed == 0 ? what : string.Create(CultureInfo.InvariantCulture, $"{what}: {error:g3} apart, allowed are {allowed:g3}");
    }

    private static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";

    private static double[] Numbers(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.numel() == 0 ? [] : tensor.detach().cpu().to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }
}
