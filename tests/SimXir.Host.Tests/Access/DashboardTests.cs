using System.Net;
using System.Net.Http.Headers;
using static Microsoft.Playwright.Assertions;

namespace SimXir.Host.Tests;

/// <summary>Orleans' own dashboard, behind the same door.</summary>
[Collection("pages")]
public sealed class DashboardTests(IdleGrid idle, GuardedGrid guarded, Browser browser) : IClassFixture<GuardedGrid>
{
    [Theory]
    [InlineData(null, HttpStatusCode.Redirect)]
    [InlineData(GuardedGrid.Viewer, HttpStatusCode.Forbidden)]
    [InlineData(GuardedGrid.Operator, HttpStatusCode.OK)]
    public async Task Dashboard_OpensForOperatorsAlone(string? token, HttpStatusCode status)
    {
        foreach (var path in new[] { "/orleans/", "/orleans/DashboardCounters" })
        {
            using var http = guarded.Grid.Http();
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task Dashboard_InABrowser_ShowsTheSiloAndAsksNobodyElse()
    {
        await using var open = await browser.OpenAsync(idle.Grid.Address);

        await open.Page.GotoAsync("/orleans/");

        await Expect(open.Page.Locator("body")).ToContainTextAsync("Silo");
        await open.PictureAsync("orleans-desktop-light");
        open.AssertNoFault();
    }
}
