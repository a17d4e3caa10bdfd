using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host.Tests;

public sealed class ReadingApiTests(IdleGrid idle)
{
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;
    private readonly ApiClient _client = idle.Grid.Client();

    [Fact]
    public async Task Sweeps_AreListed() => Assert.Contains(new SweepSummary(IdleGrid.Sweep, CellState.Running, 0, 6), await _client.ListAsync(Soon));

    [Fact]
    public async Task Sweep_InItsFirstRound_TellsItsGridAndProgress()
    {
        var sweep = await _client.SweepAsync(IdleGrid.Sweep, Soon);

        Assert.Equal((CellState.Running, 2, 3), (sweep.State, sweep.Methods.Length, sweep.Treatments.Length));
        Assert.Equal(6, sweep.Cells.Values.Sum());
        Assert.InRange(sweep.Progress, 0.01, 0.2);
        Assert.Equal(2, sweep.Experiments.Length);
    }

    [Fact]
    public async Task Cells_Filtered_AreThoseAskedFor()
    {
        var page = await _client.CellsAsync(IdleGrid.Sweep, "treatment=simxir&take=1", Soon);

        Assert.Equal((2, 1), (page.Total, page.Items.Count));
        Assert.Equal(Treatment.SimXir, page.Items[0].Result.Treatment);
    }

    [Fact]
    public async Task Experiment_ThatRuns_TellsItsRoundsParentsLogsAndWhy()
    {
        var running = (await _client.SweepAsync(IdleGrid.Sweep, Soon)).Experiments.Single(experiment => experiment.Active.Any(round => round.Status == RoundStatus.Leased));

        var experiment = await _client.ExperimentAsync(running.Id, Soon);

        Assert.Equal(["pretrain 1/2", "pretrain 2/2"], experiment.Rounds.Take(2).Select(round => round.Title));
        Assert.Equal([experiment.Rounds[0].Key], experiment.Rounds[1].Parents);
        Assert.Equal((RoundStatus.Leased, 1), (experiment.Rounds[0].Status, experiment.Rounds[0].Attempts));
        Assert.Equal((long)IdleGrid.Step, experiment.Rounds[0].Progress!.Step);
        Assert.StartsWith("runs on ", experiment.Rounds[0].Answer, StringComparison.Ordinal);
        Assert.Equal("waits for pretrain 1/2", experiment.Rounds[1].Answer);
        Assert.NotEmpty(experiment.Rounds[0].Log);
    }

    [Fact]
    public async Task Workers_TellTheRoundThatEachHolds()
    {
        var worker = Assert.Single(await _client.WorkersAsync(Soon));

        Assert.Equal(("cpu", 1, "pretrain 1/2"), (worker.Device[..3], worker.Threads, worker.Title));
        Assert.Equal(IdleGrid.Sweep, worker.Sweep);
    }

    [Fact]
    public async Task Queue_TellsWhyEachWaits()
    {
        var queue = await TestGrid.UntilAsync(() => _client.QueueAsync(0, 10, Soon), page => page.Total == 1);

        Assert.Equal("waits for a slot: it is the next; 1 slot, held: 1 by mine", queue.Items[0].Reason);
    }

    [Fact]
    public async Task Status_Ledger_Result_AndWhy_AreWhatTheStoreTells()
    {
        Assert.Equal(2, (await _client.StatusAsync(IdleGrid.Sweep, Soon)).Experiments.Length);
        Assert.Empty((await _client.LedgerAsync(IdleGrid.Sweep, Soon)).Wasted);
        Assert.Equal(6, (await _client.ResultAsync(IdleGrid.Sweep, Soon)).Cells.Length);
        Assert.Contains("mine", (await _client.AnswerAsync(new CellAddress(IdleGrid.Sweep, null, null), Soon))[0], StringComparison.Ordinal);
        Assert.NotEmpty(await _client.WhyAsync(new CellAddress(IdleGrid.Sweep, null, null), Soon));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Table_InEachFormat_NamesTheSweepOrItsMethods(string format)
    {
        using var http = idle.Grid.Http();

        Assert.Matches("mine|simsiam", await http.GetStringAsync($"/api/sweeps/mine/table?format={format}", Soon));
    }

    [Theory]
    [InlineData("/api/sweeps/nine", HttpStatusCode.NotFound, "has no sweep 'nine'; did you mean 'mine'?")]
    [InlineData("/api/sweeps/..%2f..", HttpStatusCode.BadRequest, "is no sweep name")]
    [InlineData("/api/sweeps/mine/cells?take=0", HttpStatusCode.BadRequest, "take 0 is out of range; allowed are 1 to 500")]
    [InlineData("/api/sweeps/mine/cells?state=broken", HttpStatusCode.BadRequest, "state 'broken' is none; allowed are waiting, running")]
    [InlineData("/api/sweeps/mine/cells?dataset=mnist", HttpStatusCode.BadRequest, "mnist")]
    [InlineData("/api/sweeps/mine/table?format=xml", HttpStatusCode.BadRequest, "format 'xml' is none; allowed are text, md, csv, latex, json")]
    [InlineData("/api/sweeps/mine/experiments/fashion-mnist-sample/byol/7", HttpStatusCode.NotFound, "has no mine/fashion-mnist-sample/byol/7")]
    [InlineData("/api/rounds/zz/curves", HttpStatusCode.BadRequest, "zz")]
    [InlineData("/api/why/mine/a", HttpStatusCode.BadRequest, "is no cell; the form is")]
    [InlineData("/api/sweeps/mine/table?against=paper", HttpStatusCode.UnprocessableEntity, "figure")]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "/openapi/v1.json lists what it has")]
    public async Task Request_ThatCannotBe_IsAProblemThatNamesTheCure(string path, HttpStatusCode status, string detail)
    {
        using var http = idle.Grid.Http();

        using var response = await http.GetAsync(new Uri(idle.Grid.Address, path), Soon);

        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(Soon);
        Assert.Equal((status, "application/problem+json", (int)status), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, (int)problem!["status"]!));
        Assert.Contains(detail, (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_ListsEveryPathWithASummary()
    {
        using var http = idle.Grid.Http();

        var document = await http.GetFromJsonAsync<JsonObject>("/openapi/v1.json", Soon);

        var paths = document!["paths"]!.AsObject();
        string[] wanted = ["/api/sweeps", "/api/sweeps/{sweep}", "/api/sweeps/{sweep}/cells", "/api/sweeps/{sweep}/orders", "/api/sweeps/{sweep}/retry", "/api/sweeps/{sweep}/service",
            "/api/rounds/{round}/curves", "/api/workers", "/api/queue"];
        Assert.Empty(wanted.Except(paths.Select(path => path.Key)));
        Assert.All(paths.SelectMany(path => path.Value!.AsObject()), operation => Assert.False(string.IsNullOrEmpty((string?)operation.Value!["summary"])));
        Assert.Equal("string", (string?)document["components"]!["schemas"]!["SweepId"]!["type"]);
    }
}
