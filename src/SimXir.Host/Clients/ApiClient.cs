using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>A grid as its HTTP API tells of it; it needs neither its store nor its network.</summary>
/// <param name="http">Its <see cref="HttpClient.BaseAddress"/> is the grid's.</param>
/// <param name="token">Null where the grid asks for none.</param>
public sealed class ApiClient(HttpClient http, string? token = null) : ISweepReading, ISweepControl, IDisposable
{
    public const string TokenVariable = "SIMXIR_TOKEN";

    public string Description => $"grid at {http.BaseAddress}";

    public static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <param name="address">Such as <c>http://127.0.0.1:5780</c>.</param>
    /// <param name="variable">The environment, for the token.</param>
    /// <exception cref="ClusterException">It is none.</exception>
    public static ApiClient Of(string address, Func<string, string?> variable) => IsAddress(address)
        ? new ApiClient(new HttpClient { BaseAddress = new Uri(address.TrimEnd('/') + "/"), Timeout = TimeSpan.FromMinutes(10) }, Secrets.Read(variable, TokenVariable))
        : throw new ClusterException($"'{address}' is no grid's address; the form is http://HOST:PORT");

    public async Task<IReadOnlyList<SweepSummary>> ListAsync(CancellationToken cancellation) => await GetAsync<SweepSummary[]>("sweeps", cancellation);

    public Task<SweepView> SweepAsync(SweepId sweep, CancellationToken cancellation) => GetAsync<SweepView>($"sweeps/{sweep}", cancellation);

    /// <param name="sweep">Which.</param>
    /// <param name="query">Such as <c>state=failed&amp;take=20</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Page<WatchedCell>> CellsAsync(SweepId sweep, string query, CancellationToken cancellation) => GetAsync<Page<WatchedCell>>($"sweeps/{sweep}/cells?{query}", cancellation);

    public Task<ExperimentView> ExperimentAsync(ExperimentId id, CancellationToken cancellation) =>
        GetAsync<ExperimentView>(FormattableString.Invariant($"sweeps/{id.Sweep}/experiments/{id.Dataset}/{id.Method}/{id.Seed}"), cancellation);

    public async Task<IReadOnlyList<Curve>> CurvesAsync(RoundKey round, int points, CancellationToken cancellation) =>
        await GetAsync<Curve[]>(FormattableString.Invariant($"rounds/{round}/curves?points={points}"), cancellation);

    public Task<LedgerView> LedgerAsync(SweepId sweep, CancellationToken cancellation) => GetAsync<LedgerView>($"sweeps/{sweep}/ledger", cancellation);

    public async Task<IReadOnlyList<WorkerView>> WorkersAsync(CancellationToken cancellation) => await GetAsync<WorkerView[]>("workers", cancellation);

    public Task<Page<QueueEntry>> QueueAsync(int skip, int take, CancellationToken cancellation) =>
        GetAsync<Page<QueueEntry>>(FormattableString.Invariant($"queue?skip={skip}&take={take}"), cancellation);

    public Task<SweepResult> ResultAsync(SweepId sweep, CancellationToken cancellation) => GetAsync<SweepResult>($"sweeps/{sweep}/result", cancellation);

    public Task<StoredStatus> StatusAsync(SweepId sweep, CancellationToken cancellation) => GetAsync<StoredStatus>($"sweeps/{sweep}/status", cancellation);

    public async Task<SweepStatus?> LookAsync(SweepId sweep, CancellationToken cancellation)
    {
        try
        {
            return await GetAsync<SweepStatus>($"sweeps/{sweep}/live", cancellation);
        }
        catch (StoreException)
        {
            return null; // the next look asks again
        }
    }

    public async Task<IReadOnlyList<string>> AnswerAsync(CellAddress address, CancellationToken cancellation) => (await WhyViewAsync(address, cancellation)).Answer;

    public async Task<IReadOnlyList<string>> WhyAsync(CellAddress address, CancellationToken cancellation) => (await WhyViewAsync(address, cancellation)).Log;

    public Task<ControlReply> OrderAsync(SweepId sweep, SweepOrder order, CancellationToken cancellation) =>
        SendAsync<ControlReply>(HttpMethod.Post, $"sweeps/{sweep}/orders", JsonContent.Create(new OrderRequest(order), options: CorridorJson.Options), cancellation);

    public Task<PriorityReply> ServeAsync(SweepId sweep, ServiceWish wanted, CancellationToken cancellation) =>
        SendAsync<PriorityReply>(HttpMethod.Put, $"sweeps/{sweep}/service", JsonContent.Create(wanted, options: CorridorJson.Options), cancellation);

    public Task<Submission> RetryAsync(SweepId sweep, CancellationToken cancellation) => SendAsync<Submission>(HttpMethod.Post, $"sweeps/{sweep}/retry", null, cancellation);

    public Task<Submission> SubmitAsync(LoadedSpec loaded, CancellationToken cancellation) =>
        SendAsync<Submission>(HttpMethod.Post, $"sweeps?name={Uri.EscapeDataString(loaded.Source)}", new StringContent(loaded.Text, Encoding.UTF8, "application/yaml"), cancellation);

    public void Dispose() => http.Dispose();

    private Task<WhyView> WhyViewAsync(CellAddress address, CancellationToken cancellation) => GetAsync<WhyView>($"why/{address}", cancellation);

    private Task<T> GetAsync<T>(string path, CancellationToken cancellation) => SendAsync<T>(HttpMethod.Get, path, null, cancellation);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"api/{path}") { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync<T>(CorridorJson.Options, cancellation))!
                : throw await FaultAsync(response, cancellation);
        }
        catch (HttpRequestException fault)
        {
            throw new ClusterException($"the grid at {http.BaseAddress} cannot be reached ({fault.Message.TrimEnd('.')}); does it run, and listen there?", fault);
        }
    }

    private async Task<Exception> FaultAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var detail = await DetailAsync(response, cancellation) ?? FormattableString.Invariant($"the grid at {http.BaseAddress} answered {(int)response.StatusCode} {response.ReasonPhrase}");
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new ClusterException($"{detail}; give it in {TokenVariable}, or name a file that holds it in {TokenVariable}_FILE"),
            >= HttpStatusCode.InternalServerError => new StoreException(detail),
            _ => new ClusterException(detail),
        };
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var problem = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() : null;
        }
        catch (JsonException)
        {
            return null; // not from this program: a proxy's page, perhaps
        }
    }
}
