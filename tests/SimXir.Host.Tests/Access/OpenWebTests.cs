using System.Net;
using System.Text;

namespace SimXir.Host.Tests;

/// <summary>Tries to get in where no token guards the web, since it listens on loopback alone: through a browser on the same machine.</summary>
public sealed class OpenWebTests(IdleGrid idle)
{
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task ForeignName_ThatPointsHere_IsRefused(string name)
    {
        using var http = idle.Grid.Http();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/sweeps") { Headers = { Host = name } };

        using var response = await http.SendAsync(request, Soon);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Order_FromAnotherSitesPage_IsRefused(string header, string value)
    {
        using var http = idle.Grid.Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sweeps/mine/orders") { Content = new StringContent("""{"order":"cancel"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add(header, value);

        using var response = await http.SendAsync(request, Soon);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Order_AsAFormCouldSendIt_IsRefused()
    {
        using var http = idle.Grid.Http();
        using var content = new StringContent("""{"order":"cancel"}""", Encoding.UTF8, "text/plain");

        using var response = await http.PostAsync(new Uri("/api/sweeps/mine/orders", UriKind.Relative), content, Soon);

        Assert.False(response.IsSuccessStatusCode);
        Assert.Null((await idle.Grid.Client().SweepAsync(IdleGrid.Sweep, Soon)).Held);
    }
}
