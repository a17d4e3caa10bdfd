namespace SimXir.Experiments;

/// <summary>The options of all methods of a sweep, each under its method's name in the spec.</summary>
public sealed record MethodOptions
{
    public MocoSpec Moco { get; init; } = new();

    public SimClrSpec SimClr { get; init; } = new();

    public ByolSpec Byol { get; init; } = new();

    public SimSiamSpec SimSiam { get; init; } = new();

    public MethodSpec this[MethodId method] => All.Single(spec => spec.Id == method);

    private IEnumerable<MethodSpec> All => [Moco, SimClr, Byol, SimSiam];
}
