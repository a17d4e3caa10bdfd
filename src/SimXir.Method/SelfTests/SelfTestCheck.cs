using System.Text.Json.Serialization;

namespace SimXir.Method;

/// <summary>One number, or tensor of numbers, held against its reference.</summary>
/// <param name="Name">The file and the tensor in it, such as losses/byol.grad.p1.</param>
/// <param name="MaxAbsError">The largest absolute difference; null where there was nothing to compare, or it is no number.</param>
/// <param name="Tolerance">The largest that passes: 0 where equality is asked for.</param>
/// <param name="Passed">Whether it is within the tolerance.</param>
/// <param name="Fault">What is wrong where it did not pass.</param>
public sealed record SelfTestCheck(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? MaxAbsError,
    double Tolerance,
    bool Passed,
    string? Fault = null);
