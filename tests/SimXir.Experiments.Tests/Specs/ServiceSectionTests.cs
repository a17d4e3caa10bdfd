using System.Text.Json;

namespace SimXir.Experiments.Tests;

public sealed class ServiceSectionTests
{
    private const string Service = """
        priority: -7
        weight: 2.5
        preempt: true
        needs: { device: cuda, memoryGiB: 20 }
        limits: { slotSeconds: 3600, wallTime: 90m }
        """;

    private static readonly string Smallest = Samples.Yaml + "\n";

    [Fact]
    public void Read_EveryKey_KeepsEveryValueAndIsWrittenBack()
    {
        var spec = SpecReader.Read(Smallest + Service, "mini.yaml");

        Assert.Equal(
            new ServiceSpec
            {
                Priority = -7,
                Weight = 2.5,
                Preempt = true,
                Needs = new NeedsSpec { Device = DeviceKind.Cuda, MemoryGiB = 20 },
                Limits = new LimitsSpec { SlotSeconds = 3600, WallTime = TimeSpan.FromMinutes(90) },
            },
            spec.Service);
        Assert.EndsWith(Service + "\n", SpecWriter.Write(spec), StringComparison.Ordinal);
        Assert.Equal(spec.Service, SpecReader.Read(SpecWriter.Write(spec), "again.yaml").Service);
    }

    [Fact]
    public void Plan_OfSpecsThatDifferInTheirService_IsTheSame()
    {
        var (plain, served) = (Samples.Plan(Smallest), Samples.Plan(Smallest + Service));

        Assert.Equal(JsonSerializer.Serialize(plain, CorridorJson.Options), JsonSerializer.Serialize(served, CorridorJson.Options));
    }

    [Fact]
    public void Read_ImpossibleValues_RefusesAllAtOnce()
    {
        var fault = Assert.Throws<SpecException>(() => SpecReader.Read(
            """
            name: mini
            datasets: [cifar10]
            methods: [simsiam]
            priority: 101
            weight: 0
            preempt: now
            needs: { device: rocm, memoryGiB: 0 }
            limits: { slotSeconds: -1, wallTime: 2 hours, wall: 1h }
            """,
            "mini.yaml"));

        Assert.Equal("""
            mini.yaml has 8 faults:
              line 4: priority: 101 is out of range; allowed -100 to 100.
              line 5: weight: 0 is out of range; allowed 0.1 to 100.
              line 6: preempt: 'now' is no switch; allowed true or false.
              line 7: needs.device: unknown device 'rocm'; known: cpu, cuda.
              line 7: needs.memoryGiB: 0 is out of range; allowed above 0, to 10000.
              line 8: limits.slotSeconds: -1 is out of range; allowed above 0, to 1000000000.
              line 8: limits.wallTime: '2 hours' is no length of time; allowed is a number with s, m, h or d, such as 90s, 30m, 1.5h or 2d.
              line 8: 'wall' is no key of limits; keys: slotSeconds, wallTime.
            """, fault.Message);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1.5h", 5400)]
    [InlineData("2d", 172800)]
    [InlineData("0.25s", 0.25)]
    public void Time_ReadAndWritten_IsTheSame(string text, double seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), SpanText.Parse(text));
        Assert.Equal(TimeSpan.FromSeconds(seconds), SpanText.Parse(SpanText.Of(TimeSpan.FromSeconds(seconds))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("0s")]
    [InlineData("-1h")]
    [InlineData("1e9d")]
    [InlineData("20000d")]
    [InlineData("5")]
    public void Time_ThatIsNone_IsRefused(string text) => Assert.Null(SpanText.Parse(text));
}
