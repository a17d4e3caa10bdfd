using SimXir.Experiments;
using static SimXir.Method.Tests.MethodTensors;

namespace SimXir.Method.Tests;

public sealed class PretrainMethodsTests
{
    public static TheoryData<string> Methods => [.. Catalog.Methods.Keys];

    private sealed record Untrained : MethodSpec;

    [Theory]
    [MemberData(nameof(Methods))]
    public void Build_EachMethodOfTheCatalog_IsTheOneClassThatIsForIt(string method)
    {
        var spec = Catalog.Methods[method].Defaults;
        var contract = typeof(ILearningMethod<>).MakeGenericType(spec.GetType());
        var type = Assert.Single(typeof(PretrainMethods).Assembly.GetTypes(), contract.IsAssignableFrom);
        using var built = Build(spec, width: 2);
        Assert.IsType(type, built);
        Assert.NotEmpty(built.Encoder.parameters());
    }

    [Fact]
    public void Build_OptionsThatNoClassTrains_SaysWhichIsMissing() => Assert.StartsWith(
        "0 classes are an ILearningMethod<Untrained>; exactly one has to train the method",
        Assert.Throws<ArgumentException>(() => Build(new Untrained())).Message,
        StringComparison.Ordinal);
}
