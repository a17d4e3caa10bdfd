using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>The paper's signs for the treatments (table 2).</summary>
internal static class Mark
{
    public static string Of(Treatment treatment) => treatment switch
    {
        Treatment.SimXir => "*",
        Treatment.Variant => "†",
        _ => "",
    };

    /// <summary>What the sign stands for.</summary>
    public static string Legend(Treatment treatment) => treatment switch
    {
        Treatment.SimXir => "* SimXIR (eq. 3.1)",
        Treatment.Variant => "† the variant of SimXIR (eq. 3.2)",
        _ => "",
    };
}
