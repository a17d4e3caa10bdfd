namespace SimXir.Experiments;

/// <summary>One thing that is wrong with a spec.</summary>
/// <param name="Line">Where, counted from 1; 0 where the file as a whole is meant.</param>
/// <param name="Path">The setting, such as <c>pretrain.epochs</c> or <c>methods[0]</c>; empty where no setting is meant.</param>
/// <param name="Found">What stands there, with its value.</param>
/// <param name="Allowed">What may stand there.</param>
/// <param name="Cure">What to do, a sentence; empty where <paramref name="Allowed"/> says it all.</param>
public sealed record SpecFault(int Line, string Path, string Found, string Allowed, string Cure)
{
    /// <summary>Counted from 1; 0 where the file as a whole is meant.</summary>
    public int Column { get; init; }

    public override string ToString() =>
        $"{(Path.Length == 0 ? "" : Path + ": ")}{Found}; {Allowed}.{(Cure.Length == 0 ? "" : " " + Cure)}";
}
