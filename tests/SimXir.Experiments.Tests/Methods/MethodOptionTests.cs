using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace SimXir.Experiments.Tests;

public sealed class MethodOptionTests
{
    public static TheoryData<string> Methods => [.. Catalog.Methods.Keys];

    private sealed record NoRange : MethodSpec
    {
        public int Width { get; init; } = 1;
    }

    private sealed record OtherKind : MethodSpec
    {
        public string Word { get; init; } = "a";
    }

    private sealed record EveryKind : MethodSpec
    {
        [Range(1, 8)]
        public int Whole { get; init; } = 2;

        [Range(0, 1, MaximumIsExclusive = true)]
        public double Part { get; init; } = 0.5;

        public bool Switched { get; init; }

        public ScheduleUnit RateUnit { get; init; }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Spec_WithTheDefaultsWrittenOut_HasTheDefaults(string method)
    {
        var defaults = Catalog.Methods[method].Defaults;
        var lines = MethodOption.Of(defaults).Where(option => option.Text(defaults) is not null).Select(option => $"  {option.Key}: {option.Text(defaults)}\n");
        var spec = SpecReader.Read($"name: a\ndatasets: [svhn]\nmethods: [{method}]\n{method}:\n{string.Concat(lines)}", "a.yaml");
        Assert.Equal(defaults, spec.MethodOptions[MethodId.Parse(method)]);
        Assert.Equal(Catalog.MethodLines.Where(line => line.Name != method).Select(line => line.Defaults), Catalog.MethodLines.Where(line => line.Name != method).Select(line => spec.MethodOptions[MethodId.Of(line.Defaults)]));
    }

    [Fact]
    public void Of_EveryKind_KnowsThemInTheirOrder()
    {
        var spec = new EveryKind { BaseLearningRate = 1e-6 };
        Assert.Equal(
            ["baseLearningRate: 1.0E-06", "whole: 2", "part: 0.5", "switched: false", "rateUnit: step"],
            MethodOption.Of(spec).Select(option => $"{option.Key}: {option.Text(spec)}"));
    }

    [Fact]
    public void Read_EveryKind_KeepsEachValueAndTheOthers()
    {
        var (spec, faults) = Read("whole: 8\nswitched: true\nrateUnit: epoch\n");
        Assert.Equal(new EveryKind { Whole = 8, Switched = true, RateUnit = ScheduleUnit.Epoch }, spec);
        Assert.Empty(faults);
    }

    [Fact]
    public void Read_ValuesThatCannotBe_AreAllTold()
    {
        var (spec, faults) = Read("whole: 9\npart: 1\nswitched: on\nrateUnit: epoc\nbaseLearningRate: 0\n");
        Assert.Equal(new EveryKind(), spec);
        Assert.Equal(
            [
                "m.whole: 9 is out of range; allowed 1 to 8.",
                "m.part: 1 is out of range; allowed 0 to below 1.",
                "m.switched: 'on' is no switch; allowed true or false. Write true.",
                "m.rateUnit: unknown rate unit 'epoc'; known: epoch, step. Did you mean 'epoch'?",
                "m.baseLearningRate: 0 is out of range; allowed above 0, to 1000.",
            ],
            faults);
    }

    [Fact]
    public void Of_NumberWithoutARange_IsRefused() => Assert.Equal(
        "NoRange.Width has no [Range]: say which numbers it may be", Assert.Throws<NotSupportedException>(() => MethodOption.Of(new NoRange())).Message);

    [Fact]
    public void Of_OtherTypes_AreRefused() => Assert.Equal(
        "OtherKind.Word is a String; an option is an int, a double, a double?, a bool or an enum",
        Assert.Throws<NotSupportedException>(() => MethodOption.Of(new OtherKind())).Message);

    [Fact]
    public void Id_OfARecordThatTheCatalogLacks_NamesIt() =>
        Assert.StartsWith("the catalog has no line for NoRange", Assert.Throws<ArgumentException>(() => new NoRange().Id).Message, StringComparison.Ordinal);

    [Fact]
    public void Options_OfAPlanFromBeforeAMethod_HaveItsDefaults()
    {
        var options = JsonSerializer.Deserialize<MethodOptions>("""{"simClr":{"temperature":0.5},"gone":{"a":1}}""", CorridorJson.Options)!;
        Assert.Equal(new SimClrSpec { Temperature = 0.5 }, options[MethodId.Parse("simclr")]);
        Assert.Equal(new BarlowTwinsSpec(), options[MethodId.Parse("barlowtwins")]);
    }

    [Fact]
    public void Misfit_FittedTo_IsGone()
    {
        var moco = new MocoSpec { Queue = 1000, BatchNormSplits = 3, Symmetric = true };
        Assert.NotNull(moco.Misfit(64));
        Assert.Equal(moco with { Queue = 1024, BatchNormSplits = 1 }, moco.FittedTo(64));
        Assert.All(Catalog.MethodLines, method => Assert.Null(method.Defaults.FittedTo(48).Misfit(48)));
    }

    private static (MethodSpec Spec, string[] Faults) Read(string yaml)
    {
        var faults = new FaultList();
        var map = new MapReader(YamlTree.Read(yaml, faults), "m", faults);
        var spec = new EveryKind();
        foreach (var option in MethodOption.Of(spec)) option.Read(map, spec);
        return (spec, [.. faults.InOrder().Select(fault => fault.ToString())]);
    }
}
