using SimXir.Dynamics;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>Table 4 of the paper, plain and spherical, after each number of steps that the file has.</summary>
public sealed class DynamicsChecks : IReferenceChecks
{
    private static readonly Tolerance Tolerance = Tolerance.Of(1e-10);

    public string File => "dynamics";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        var reference = folder.Tensors(File);
        var neighbours = Neighbourhoods.CloserThan(reference.Rows("inputs"), reference.Constant("eps"));
        Check("mean", reference.Rows("reps"), f => NeighbourAveraging.Mean(neighbours, f));
        Check("sphere", reference.Rows("reps.sphere"), f => NeighbourAveraging.SphericalMean(neighbours, f));

        void Check(string name, double[][] f0, Func<double[][], double[][]> step)
        {
            var steps = reference.NumbersAfter($"{name}.");
            var trajectory = NeighbourAveraging.Trajectory(f0, step).Take(steps[^1] + 1).Index();
            foreach (var (t, f) in trajectory.Where(pair => steps.Contains(pair.Index)))
                checks.Compare($"{name}.{t}", reference.Rows($"{name}.{t}").SelectMany(row => row), f.SelectMany(row => row), Tolerance);
        }
    }
}
