using System.CommandLine;

namespace SimXir.Cli;

/// <summary><c>simxir dynamics</c>: the paper's theory, in numbers and figures.</summary>
public static class DynamicsCommand
{
    public static Command Create() => new("dynamics", "Show the paper's theory in numbers and figures, and test it")
    {
        DynamicsIrisCommand.Create(),
        DynamicsToyCommand.Create("disjoint", overlap: false, "Figure 4: four groups that lie apart"),
        DynamicsToyCommand.Create("overlap", overlap: true, "Figure 5: four groups that intersect"),
        DynamicsTheoremsCommand.Create(),
        DynamicsEncoderCommand.Create(),
    };
}
