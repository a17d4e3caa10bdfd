using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>What is done to a pretrained encoder before it is judged.</summary>
public enum Treatment
{
    /// <summary>Nothing: the pretrained encoder itself.</summary>
    Baseline,

    /// <summary>SimXIR, equation 3.1 of the paper: both networks see an augmented view (the paper's *).</summary>
    [JsonStringEnumMemberName("simxir")]
    SimXir,

    /// <summary>The variant, equation 3.2: the online network sees the sample itself (the paper's dagger).</summary>
    Variant,
}
