using System.Net;
using InboxNetworker.Tests.SignIn;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>Codes, refresh tokens and the pages a person sees, at the level of the protocol.</summary>
public sealed class AuthorizationCodeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private Northwind _northwind = null!;
    private Endpoints _endpoints = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _northwind = await Northwind.StartAsync(Cancel, o => o with { TimeProvider = _time });
        _endpoints = new Endpoints(_northwind);
    }

    public async ValueTask DisposeAsync()
    {
        _endpoints.Dispose();
        await _northwind.DisposeAsync();
    }

    [Fact]
    public async Task A_code_brings_the_tokens_it_was_accepted_for()
    {
        var answer = await _endpoints.PostAsync(_endpoints.Redeeming(await _endpoints.CodeAsync()));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("openid Mail.ReadBasic", answer["scope"]);
        var access = new JsonWebToken(answer["access_token"]);
        Assert.Equal(("https://graph.microsoft.com", "openid Mail.ReadBasic", Northwind.Mara.Oid), (access.Audiences.Single(), access.GetClaim("scp").Value, access.GetClaim("oid").Value));
        var identity = new JsonWebToken(answer["id_token"]);
        Assert.Equal((_northwind.Desktop.ClientId, "n-1", $"{_northwind.TenantAuthority}/v2.0"), (identity.Audiences.Single(), identity.GetClaim("nonce").Value, identity.Issuer));
        Assert.NotNull(answer["refresh_token"]);
    }

    [Fact]
    public async Task Without_asking_for_it_there_is_no_refresh_token_and_no_identity()
    {
        var answer = await _endpoints.PostAsync(_endpoints.Redeeming(await _endpoints.CodeAsync(scope: "Mail.ReadBasic")));

        Assert.Equal((null, null), (answer["refresh_token"], answer["id_token"]));
    }

    [Fact]
    public async Task A_code_that_was_used_is_refused()
    {
        var code = await _endpoints.CodeAsync();
        await _endpoints.PostAsync(_endpoints.Redeeming(code));

        var answer = await _endpoints.PostAsync(_endpoints.Redeeming(code));

        Assert.Equal("400 invalid_grant 54005", answer.Refusal);
        Assert.Matches("^AADSTS54005: .*\r\nTrace ID: [0-9a-f-]{36}\r\nCorrelation ID: [0-9a-f-]{36}\r\nTimestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$", answer["error_description"]);
        Assert.Contains(_northwind.Tenant.Requests, r => r is { Endpoint: "token", GrantType: "authorization_code", Error: "invalid_grant", ErrorCode: 54005 });
    }

    [Fact]
    public async Task A_code_ends_after_ten_minutes()
    {
        var (early, late) = (await _endpoints.CodeAsync(), await _endpoints.CodeAsync());

        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _endpoints.PostAsync(_endpoints.Redeeming(early))).Status);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("400 invalid_grant 70008", (await _endpoints.PostAsync(_endpoints.Redeeming(late))).Refusal);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_what_was_promised_with_it()
    {
        var code = await _endpoints.CodeAsync();

        Assert.Equal("400 invalid_grant 501481", (await _endpoints.PostAsync(_endpoints.Redeeming(code, verifier: "another-verifier-of-at-least-forty-three-characters"))).Refusal);
        Assert.Equal("400 invalid_grant 50148", (await _endpoints.PostAsync(_endpoints.Redeeming(code, verifier: null))).Refusal);
        Assert.Equal("400 invalid_grant 500112", (await _endpoints.PostAsync(_endpoints.Redeeming(code, redirect: "http://localhost:5556"))).Refusal);
        Assert.Equal("400 invalid_grant 700005", (await _endpoints.PostAsync(_endpoints.Redeeming(code, _northwind.Pane))).Refusal);
        Assert.Equal("400 invalid_grant 9002313", (await _endpoints.PostAsync(_endpoints.Redeeming("invented"))).Refusal);
        Assert.Equal("400 invalid_request 900144", (await _endpoints.PostAsync(Endpoints.Fields([("grant_type", "authorization_code"), ("client_id", _northwind.Desktop.ClientId)]))).Refusal);
    }

    [Fact]
    public async Task A_code_of_a_confidential_client_takes_its_secret()
    {
        const string Redirect = "https://localhost:5001/signin-oidc";
        var fields = _endpoints.Redeeming(await _endpoints.CodeAsync(_northwind.Api, Redirect), _northwind.Api, Redirect);

        Assert.Equal("401 invalid_client 7000218", (await _endpoints.PostAsync(fields)).Refusal);
        fields["client_secret"] = Northwind.ApiSecret;
        Assert.Equal(HttpStatusCode.OK, (await _endpoints.PostAsync(fields)).Status);
    }

    [Fact]
    public async Task A_code_of_a_page_is_redeemed_by_pages_only()
    {
        var code = await _endpoints.CodeAsync(_northwind.Pane, Northwind.PaneAddress, $"openid offline_access {_northwind.ApiScope}");
        Assert.Equal("400 invalid_request 9002327", (await _endpoints.PostAsync(_endpoints.Redeeming(code, _northwind.Pane, Northwind.PaneAddress))).Refusal);

        _endpoints.Origin = "https://localhost:3000";
        var answer = await _endpoints.PostAsync(_endpoints.Redeeming(code, _northwind.Pane, Northwind.PaneAddress));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["*"], answer.Message.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal((_northwind.Api.ClientId, "access_as_user"), (new JsonWebToken(answer["access_token"]).Audiences.Single(), new JsonWebToken(answer["access_token"]).GetClaim("scp").Value));
        var desktop = await _endpoints.PostAsync(_endpoints.Redeeming(await _endpoints.CodeAsync()));
        Assert.Equal("400 invalid_request 9002326", desktop.Refusal);
    }

    [Fact]
    public async Task What_a_page_refreshes_ends_a_day_after_the_sign_in()
    {
        _endpoints.Origin = "https://localhost:3000";
        var token = (await _endpoints.PostAsync(_endpoints.Redeeming(await _endpoints.CodeAsync(_northwind.Pane, Northwind.PaneAddress, $"openid offline_access {_northwind.ApiScope}"), _northwind.Pane, Northwind.PaneAddress)))["refresh_token"]!;

        _time.Advance(TimeSpan.FromHours(23));
        var renewed = await RefreshAsync(token, _northwind.Pane.ClientId);
        Assert.NotEqual(token, renewed["refresh_token"]);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("400 invalid_grant 700084", (await RefreshAsync(renewed["refresh_token"]!, _northwind.Pane.ClientId)).Refusal);
    }

    [Fact]
    public async Task A_refresh_token_lives_ninety_days_from_its_last_use_and_for_its_client()
    {
        var token = (await _endpoints.PostAsync(_endpoints.Redeeming(await _endpoints.CodeAsync())))["refresh_token"]!;
        Assert.Equal("400 invalid_grant 700007", (await RefreshAsync(token, _northwind.Pane.ClientId)).Refusal);

        _time.Advance(TimeSpan.FromDays(89));
        var renewed = (await RefreshAsync(token, _northwind.Desktop.ClientId))["refresh_token"]!;
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("400 invalid_grant 700082", (await RefreshAsync(token, _northwind.Desktop.ClientId)).Refusal);

        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(renewed, _northwind.Desktop.ClientId)).Status);
        _northwind.Tenant.RevokeConsent(Northwind.Mara, _northwind.Desktop);
        var refused = await RefreshAsync(renewed, _northwind.Desktop.ClientId);
        Assert.Equal(("400 invalid_grant 65001", "consent_required"), (refused.Refusal, refused["suberror"]));
    }

    private Task<Answer> RefreshAsync(string token, string client) =>
        _endpoints.PostAsync(Endpoints.Fields([("grant_type", "refresh_token"), ("client_id", client), ("refresh_token", token)]));
}
