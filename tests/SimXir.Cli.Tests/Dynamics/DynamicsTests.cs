using System.Text.Json.Nodes;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class DynamicsTests(FinishedSweep finished) : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Iris_AsText_TellsBothReadingsOfFigure3() => Assert.Equal(
        new SimXirResult(0, """
            Iris, 150 flowers, neighbours within 0.4: clustering accuracy after t steps (Figure 3)

            k-means on points averaged t times
            from t =  accuracy
            0           0.8933
            1           0.9067
            12          0.9133
            27          0.9667

            k-means first, then its labels averaged t times (label propagation)
            from t =  accuracy
            0           0.8933
            1           0.9000
            2           0.9067

            The paper's 89 % is k-means alone in both. Its 96 %: averaged points end at 96.67 %, averaged labels at 90.67 %.

            """, ""),
        await SimXirProcess.RunAsync("dynamics", "iris", "--steps", "30"));

    [Theory]
    [InlineData("disjoint")]
    [InlineData("overlap")]
    public async Task Toy_WithOut_PrintsNumbersAndDrawsBothFiles(string name)
    {
        var result = await SimXirProcess.RunAsync("dynamics", name, "--points", "60", "--eps", "0.3", "--steps", "100", "--out", _folder.Combine("figures"), "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var told = JsonNode.Parse(result.Output)!;
        Assert.Equal([$"{name}.svg", $"{name}.png"], told["files"]!.AsArray().Select(file => Path.GetFileName((string)file!)));
        Assert.All(told["files"]!.AsArray(), file => Assert.True(new FileInfo((string)file!).Length > 5000));
        var runs = told["result"]!["runs"]!.AsArray();
        Assert.Equal(["unconstrained", "spherical"], runs.Select(run => (string)run!["geometry"]!));
        Assert.All(runs, run => Assert.Equal(101, run!["steps"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("Radius 0.0001 connects none of the 400 points: the nearest two are 0.000777 apart; take a larger radius.", "disjoint", "--eps", "0.0001")]
    [InlineData("1 point in each group: a group of one point has no diameter that could shrink; take 2 or more.", "overlap", "--points", "1")]
    public async Task Toy_ThatCannotBe_IsRefused(string message, params string[] arguments) =>
        Refusal.Assert(await SimXirProcess.RunAsync(["dynamics", .. arguments]), message);

    [Fact]
    public async Task Out_ThatIsAFile_IsRefused()
    {
        var file = _folder.Combine("file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        Refusal.Assert(await SimXirProcess.RunAsync("dynamics", "iris", "--steps", "1", "--out", file), $"--out {file}: cannot write there: ", ".");
    }

    [Fact]
    public async Task Theorems_AsText_HaveAVerdictForEachStatement()
    {
        var result = await SimXirProcess.RunAsync("dynamics", "theorems", "--cases", "30", "--threads", "1");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("\n  fails       the diameter shrinks at every step  (", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n              G1 = {0: (0) ~ 1, 1: (0) ~ 0 2, 2: (1) ~ 1 3, 3: (1) ~ 2}\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  holds       the diameter never grows  (37 of 37)\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  holds under the diameter shrinks at every step; under: any two points share a neighbour  (", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encoder_OfAFinishedSweep_MeasuresBothEncodersInBothGroupings()
    {
        var store = await finished.CopyAsync(_folder);

        var result = await SimXirProcess.RunAsync("dynamics", "encoder", "blocks", "--store", store.Path, "--images", "30", "--views", "3", "--threads", "1", "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var experiment = Assert.Single(JsonNode.Parse(result.Output)!["result"]!["experiments"]!.AsArray())!;
        Assert.Equal("blocks/fashion-mnist-sample/simsiam/0", (string)experiment["experiment"]!);
        var rows = experiment["rows"]!.AsArray();
        Assert.Equal(
            ["views unconstrained baseline", "views unconstrained simxir", "views spherical baseline", "views spherical simxir",
                "classes unconstrained baseline", "classes unconstrained simxir", "classes spherical baseline", "classes spherical simxir"],
            rows.Select(row => $"{row!["grouping"]} {row["geometry"]} {row["treatment"]}"));
        Assert.All(rows, row => Assert.Equal((string)row!["grouping"]! == "views" ? 30 : 10, (int)row["groups"]!));
        Assert.All(rows, row => Assert.True((double)row!["diameter"]! > 0 && (double)row["between"]! > 0));
        Assert.All(rows, row => Assert.Equal((string)row!["treatment"]! == "baseline", (double)row["drift"]! == 0));
    }

    [Theory]
    [InlineData("1E-06", "Radius 1E-06 connects no two of the 20 images: take a larger one, or 0, and each image with its views is a group.")]
    [InlineData("1", "Radius 1 connects all 20 images to one group, between which and others there is nothing to measure: take a smaller one.")]
    [InlineData("-1", "--radius -1 is out of range; allowed is 0 or more")]
    public async Task Encoder_RadiusThatTellsNothing_IsRefused(string radius, string message)
    {
        var store = await finished.CopyAsync(_folder);

        Refusal.Assert(
            await SimXirProcess.RunAsync("dynamics", "encoder", "blocks", "--store", store.Path, "--images", "20", "--views", "2", "--radius", radius, "--threads", "1"), message);
    }

    [Fact]
    public async Task Encoder_OfMoreImagesThanThereAre_IsRefused()
    {
        var store = await finished.CopyAsync(_folder);

        Refusal.Assert(
            await SimXirProcess.RunAsync("dynamics", "encoder", "blocks", "--store", store.Path, "--threads", "1"),
            "200 images are asked for, but the test split of fashion-mnist-sample has 128 in this sweep: ask for that many or fewer.");
    }

    [Fact]
    public async Task Encoder_OfASweepWithoutAFinishedCell_IsRefused()
    {
        var store = _folder.Combine("store");
        var submitted = await SimXirProcess.RunAsync("submit", Spec.WriteTo(_folder.Path, Spec.Tiny), "--store", store);
        Assert.True(submitted.ExitCode == 0, submitted.ToString());

        Refusal.Assert(
            await SimXirProcess.RunAsync("dynamics", "encoder", "tiny", "--store", store),
            "sweep 'tiny' has no completed cell yet (1 waiting), so it has no figure; 'simxir why tiny' tells where it stands");
    }
}
