using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace SimXir.Host.Tests;

/// <summary>Tries to get in, over real connections, where tokens guard the web.</summary>
public sealed class IntrusionTests(GuardedGrid guarded) : IClassFixture<GuardedGrid>
{
    private static readonly string[] HeaderNames = ["X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cache-Control"];
    private static readonly string[] HeaderValues = ["nosniff", "DENY", "same-origin", "same-origin", "no-store"];
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong-wrong-wrong-wrong-wrong")]
    [InlineData(GuardedGrid.Operator + "x")]
    public async Task Api_WithoutARightToken_Answers401(string? token)
    {
        foreach (var path in new[] { "/api/sweeps", "/api/workers", "/api/queue", "/api/nothing", "/api/sweeps/mine/cells" })
        {
            using var response = await SendAsync(HttpMethod.Get, path, token);
            Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        }
    }

    [Theory]
    [InlineData("POST", "/api/sweeps/mine/orders", """{"order":"cancel"}""")]
    [InlineData("PUT", "/api/sweeps/mine/service", """{"priority":1}""")]
    [InlineData("POST", "/api/sweeps/mine/retry", "{}")]
    [InlineData("POST", "/api/sweeps", "name: x")]
    public async Task Viewer_WhoOrders_Is403_AndNobody401(string method, string path, string body)
    {
        using var viewer = await SendAsync(new HttpMethod(method), path, GuardedGrid.Viewer, body);
        using var nobody = await SendAsync(new HttpMethod(method), path, null, body);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (viewer.StatusCode, nobody.StatusCode));
    }

    [Fact]
    public async Task Viewer_WhoLooks_Sees()
    {
        using var client = guarded.Grid.Client(GuardedGrid.Viewer);

        Assert.Empty(await client.ListAsync(Soon));
    }

    [Fact]
    public async Task Body_OfAGigabyte_IsRefusedBeforeItIsRead()
    {
        using var http = guarded.Grid.Http();
        using var content = new StreamContent(new EndlessStream(1L << 30));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sweeps") { Content = content, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", GuardedGrid.Operator), ExpectContinue = true } };
        content.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");

        using var response = await http.SendAsync(request, Soon);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("which no spec needs", await response.Content.ReadAsStringAsync(Soon), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nname: *c", "anchor")]
    [InlineData("name: ../../../etc/passwd", "is no sweep name")]
    [InlineData("name: <script>alert(1)</script>", "is no sweep name")]
    [InlineData("name: ok\npretrain: { from: ../../secret }", "from")]
    public async Task Spec_ThatIsABombAPathOrAScript_IsRefused(string yaml, string detail)
    {
        using var response = await SendAsync(HttpMethod.Post, "/api/sweeps", GuardedGrid.Operator, yaml);

        var text = await response.Content.ReadAsStringAsync(Soon);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(detail, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spec_NestedAThousandTimes_IsRefused()
    {
        using var response = await SendAsync(HttpMethod.Post, "/api/sweeps", GuardedGrid.Operator, "name: " + new string('[', 1000));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Theory]
    [InlineData("/../../../etc/passwd")]
    [InlineData("/assets/../../../../etc/passwd")]
    [InlineData("/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/sweeps/..%2F..%2Fetc/cells")]
    [InlineData("/api/rounds/..%2F..%2Fsweeps/curves")]
    public async Task Path_ThatClimbs_FindsNothing(string path)
    {
        var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {GuardedGrid.Operator}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (400|404|302) ", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_FromAnotherSitesPage_IsRefusedDespiteItsToken()
    {
        using var http = guarded.Grid.Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sweeps/mine/retry") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", GuardedGrid.Operator) } };
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await http.SendAsync(request, Soon);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("another site", await response.Content.ReadAsStringAsync(Soon), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_CarryTheSecurityHeadersAndNameNoServer()
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/sweeps", GuardedGrid.Viewer);

        var policy = string.Join("", response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal(HeaderValues, HeaderNames.Select(name => string.Join("", response.Headers.GetValues(name))));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Fault_OfAnyKind_NeverShowsAToken()
    {
        using var response = await SendAsync(HttpMethod.Get, $"/api/sweeps/{GuardedGrid.Operator}x", GuardedGrid.Operator + "x");

        Assert.DoesNotContain(GuardedGrid.Operator, await response.Content.ReadAsStringAsync(Soon), StringComparison.Ordinal);
        Assert.DoesNotContain(guarded.Notices, notice => notice.Contains(GuardedGrid.Operator, StringComparison.Ordinal) || notice.Contains(GuardedGrid.Viewer, StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, string? body = null)
    {
        using var http = guarded.Grid.Http();
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, body.StartsWith('{') ? "application/json" : "application/yaml");
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await http.SendAsync(request, Soon);
    }

    /// <summary>As typed: a client of .NET would tidy the path up.</summary>
    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, guarded.Grid.Address.Port, Soon);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Soon);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(Soon);
    }
}
