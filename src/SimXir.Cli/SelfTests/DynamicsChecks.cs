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
        var neighbours = Neighbourhoods.CloserThan(PointSet.Of(reference.Rows("inputs")), reference.Constant("eps"));
        Check("mean", reference.Rows("reps"), Geometry.Unconstrained);
        Check("sphere", reference.Rows("reps.sphere"), Geometry.Spherical);

        void Check(string name, double[][] f0, Geometry geometry)
        {
            var dynamics = new NeighbourAveraging(neighbours, PointSet.Of(f0), geometry);
            foreach (var t in reference.NumbersAfter($"{name}."))
            {
                while (dynamics.Steps < t) dynamics.Step();
                checks.Compare($"{name}.{t}", reference.Rows($"{name}.{t}").SelectMany(row => row), dynamics.Representations().Values.ToArray(), Tolerance);
            }
        }
    }
}
