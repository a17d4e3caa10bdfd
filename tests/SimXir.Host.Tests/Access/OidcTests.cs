using System.Net;
using System.Security.Cryptography;
using Microsoft.Playwright;
using SimXir.Experiments;
using static Microsoft.Playwright.Assertions;

namespace SimXir.Host.Tests;

/// <summary>Signs in through a real provider, with all its redirections.</summary>
[Collection("pages")]
public sealed class OidcTests(VouchedWeb vouched, Browser browser) : IClassFixture<VouchedWeb>
{
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;
    private static readonly SweepId Sweep = new("vouched");

    [Theory]
    [InlineData(new[] { "viewer" }, false)]
    [InlineData(new[] { "something", "operator" }, true)]
    [InlineData(new[] { "viewer", "operator" }, true)]
    public async Task Person_WithARole_IsLetIn_AndAnOperatorAloneToWhatIsForOperators(string[] roles, bool isOperator)
    {
        vouched.Begin(roles);
        using var http = vouched.Http();

        using var signed = await http.GetAsync("/login/provider?then=/queue", Soon);
        using var orleans = await http.GetAsync("/orleans/", Soon);

        Assert.Equal((HttpStatusCode.OK, "/queue"), (signed.StatusCode, signed.RequestMessage!.RequestUri!.PathAndQuery));
        Assert.Equal(isOperator ? "/orleans/" : "/login", orleans.RequestMessage!.RequestUri!.AbsolutePath);
        using var api = await http.GetAsync("/api/sweeps", Soon);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode); // a session opens pages alone
    }

    [Theory]
    [InlineData("role")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("signature")]
    public async Task Person_WhomTheTokenDoesNotProve_IsRefusedAndToldSo(string fault)
    {
        using var forger = RSA.Create(2048);
        vouched.Begin(fault == "role" ? ["admin", "Operator"] : ["operator"]);
        if (fault == "audience") vouched.Issuer.Audience = "another-program";
        if (fault == "expired") vouched.Issuer.Lifetime = TimeSpan.FromHours(-1);
        if (fault == "signature") vouched.Issuer.Forger = forger;
        using var http = vouched.Http();

        using var signed = await http.GetAsync("/login/provider", Soon);
        using var after = await http.GetAsync("/queue", Soon);

        Assert.Equal((HttpStatusCode.Forbidden, "/login"), (signed.StatusCode, signed.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Contains(fault == "role" ? "Your account has no role here" : "could not be trusted", await signed.Content.ReadAsStringAsync(Soon), StringComparison.Ordinal);
        Assert.Equal("/login", after.RequestMessage!.RequestUri!.AbsolutePath);
        var notice = Assert.Single(vouched.Notices, notice => notice.StartsWith("A sign-in through the provider was refused", StringComparison.Ordinal));
        Assert.Contains(fault switch { "role" => "the claim 'roles'", "audience" => "IDX10214", "expired" => "IDX10223", _ => "IDX105" }, notice, StringComparison.Ordinal);
        Assert.DoesNotContain(vouched.Notices, text => text.Contains(TestIssuer.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/signin-oidc")]
    [InlineData("/signin-oidc?code=stolen&state=forged")]
    public async Task Answer_ThatNobodyAskedFor_IsRefused(string path)
    {
        vouched.Begin([]);
        using var http = vouched.Http();

        using var answer = await http.GetAsync(path, Soon);

        Assert.Equal((HttpStatusCode.Forbidden, "/login"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath));
    }

    [Fact]
    public async Task Provider_BehindAProxyThatEndsTls_SendsBackToThePublicAddressWithSecureCookies()
    {
        await using var web = await vouched.StartAsync(("SIMXIR_OIDC_PUBLIC_URL", "https://simxir.example"));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(web.Addresses.First()) };

        using var challenge = await http.GetAsync("/login/provider", Soon);

        Assert.Contains("redirect_uri=https%3A%2F%2Fsimxir.example%2Fsignin-oidc", challenge.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.All(challenge.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal));
    }

    /// <summary>In a browser, to which the provider is another site: cookies and redirections are held to its rules.</summary>
    [Fact]
    public async Task Viewer_InABrowser_LooksAndCannotOrder_AnOperatorCan()
    {
        await using var grid = await TestGrid.StartAsync(vouched.Options((AccessTokens.OperatorVariable, GuardedGrid.Operator)), slots: 0);
        using (var client = grid.Client(GuardedGrid.Operator)) await client.SubmitAsync(SpecSource.Loaded(TestGrid.Spec(Sweep.Value, methods: "[simsiam]"), "vouched.yaml"), Soon);
        foreach (var role in new[] { AccessRoles.Viewer, AccessRoles.Operator })
        {
            vouched.Begin([role]);
            vouched.Issuer.AsksFirst = true;
            await using var open = await browser.OpenAsync(grid.Address);
            await open.Page.GotoAsync($"/sweeps/{Sweep}");
            await open.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with the organisation's account" }).ClickAsync();
            await open.Page.GetByRole(AriaRole.Link, new() { Name = "I am Ada" }).ClickAsync();

            await Expect(open.Page.GetByRole(AriaRole.Heading, new() { Name = Sweep.Value })).ToBeVisibleAsync();
            await open.Page.WaitForFunctionAsync("() => document.documentElement.dataset.live === 'yes'");
            await Expect(open.Page.Locator(".head-line .state").First).ToBeVisibleAsync();
            await Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(role == AccessRoles.Operator ? 1 : 0);
        }
    }
}
