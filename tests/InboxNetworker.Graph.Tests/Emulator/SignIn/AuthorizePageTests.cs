using System.Net;
using InboxNetworker.Tests.SignIn;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>What the authorize endpoint answers, to a person and to a client.</summary>
public sealed class AuthorizePageTests : IAsyncLifetime
{
    private Northwind _northwind = null!;
    private Endpoints _endpoints = null!;
    private Visitor _visitor = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _northwind = await Northwind.StartAsync(Cancel);
        _endpoints = new Endpoints(_northwind);
        _visitor = new Visitor(_northwind.Tenant);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        _endpoints.Dispose();
        await _northwind.DisposeAsync();
    }

    [Fact]
    public async Task State_comes_back_in_every_mode()
    {
        _northwind.Tenant.Consent(Northwind.Mara, _northwind.Desktop, "Mail.ReadBasic");

        await GoAsync(("login_hint", Northwind.Mara.Upn), ("response_mode", "query"));
        Assert.Equal("st&te", Endpoints.Query(_visitor.Left!)["state"]);
        await GoAsync(("response_mode", "fragment"));
        Assert.Contains("#code=", _visitor.Left!.ToString(), StringComparison.Ordinal);
        Assert.Equal("st&te", Endpoints.Query(_visitor.Left!)["state"]);
        await GoAsync(("response_mode", "form_post"));
        Assert.Equal("http://localhost:5555/", _visitor.FormAction.ToString());
        Assert.Contains(KeyValuePair.Create("state", "st&te"), _visitor.Fields());
    }

    [Fact]
    public async Task Nothing_shown_means_the_answer_is_an_error_when_it_would_have_to_be_shown()
    {
        await GoAsync(("prompt", "none"));
        Assert.Equal(("login_required", "50058"), Error());

        await GoAsync(("login_hint", Northwind.Mara.Upn), ("scope", "openid"));
        await GoAsync(("prompt", "none"));
        Assert.Equal(("interaction_required", "65001"), Error());

        _northwind.Tenant.Consent(Northwind.Mara, _northwind.Desktop, "Mail.ReadBasic");
        await GoAsync(("prompt", "none"));
        Assert.Contains("code", Endpoints.Query(_visitor.Left!).Keys);

        await GoAsync(("prompt", "none"), ("login_hint", Northwind.Noor.Upn));
        Assert.Equal(("login_required", "50058"), Error());
        _northwind.Tenant.RevokeSessions(Northwind.Mara);
        await GoAsync(("prompt", "none"));
        Assert.Equal(("login_required", "50058"), Error());
    }

    [Fact]
    public async Task Declining_is_told_to_the_client()
    {
        await GoAsync();
        await _visitor.PressAsync("Noor Aziz", Cancel);
        await _visitor.PressAsync("Cancel", Cancel);

        Assert.Equal(("access_denied", "65004"), Error());
    }

    [Fact]
    public async Task Consent_is_asked_once_unless_the_client_insists()
    {
        await GoAsync(("login_hint", Northwind.Mara.Upn));
        Assert.Contains("<li>Mail.ReadBasic</li>", _visitor.Page, StringComparison.Ordinal);
        await _visitor.PressAsync("Accept", Cancel);

        await GoAsync();
        Assert.NotNull(_visitor.Left);
        await GoAsync(("prompt", "consent"));
        Assert.Contains("Permissions requested", _visitor.Page, StringComparison.Ordinal);
        await GoAsync(("prompt", "select_account"));
        Assert.Contains("Pick an account", _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_way_to_the_pane_the_Api_behind_it_may_be_allowed_its_own_permissions()
    {
        var address = _endpoints.Authorize(_northwind.Pane, Northwind.PaneAddress, $"openid api://{_northwind.Api.ClientId}/.default", [("login_hint", Northwind.Mara.Upn)]);
        await _visitor.GoAsync(address, Cancel);
        Assert.Contains("<li>Mail.ReadBasic</li>", _visitor.Page, StringComparison.Ordinal);
        await _visitor.PressAsync("Accept", Cancel);
        Assert.Contains("code", Endpoints.Query(_visitor.Left!).Keys);

        var behalf = await _endpoints.PostAsync(Endpoints.Fields(
        [
            ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("requested_token_use", "on_behalf_of"), ("client_id", _northwind.Api.ClientId), ("client_secret", Northwind.ApiSecret),
            ("scope", "https://graph.microsoft.com/Mail.ReadBasic"), ("assertion", _northwind.Tenant.Tokens.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user")),
        ]));
        Assert.Equal(HttpStatusCode.OK, behalf.Status);
        await _visitor.GoAsync(address, Cancel);
        Assert.NotNull(_visitor.Left);
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/", 50011)]
    [InlineData("redirect_uri", "http://localhost:5555/elsewhere", 50011)]
    [InlineData("client_id", "11111111-2222-4333-8444-555555555555", 700016)]
    public async Task Where_the_client_cannot_be_trusted_the_person_is_told(string name, string value, int code)
    {
        await GoAsync((name, value));

        Assert.Equal((HttpStatusCode.BadRequest, null), (_visitor.Status, _visitor.Left));
        Assert.Contains($"AADSTS{code}:", _visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type", "700051")]
    [InlineData("scope", "api://unknown/x", "invalid_resource", "500011")]
    [InlineData("scope", null, "invalid_request", "900144")]
    public async Task What_is_wrong_otherwise_is_told_to_the_client(string name, string? value, string error, string code)
    {
        await GoAsync((name, value));

        Assert.Equal((error, code), Error());
    }

    [Fact]
    public async Task A_disabled_user_is_stopped_at_the_door()
    {
        _northwind.Tenant.DisableUser(Northwind.Tom);
        await GoAsync();
        await _visitor.PressAsync("Tom Reed", Cancel);

        Assert.Contains("AADSTS50057:", _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_what_the_browser_remembers()
    {
        await GoAsync(("login_hint", Northwind.Mara.Upn), ("scope", "openid"));
        await _visitor.GoAsync(new Uri(_northwind.Tenant.Authority, $"{_northwind.Tenant.TenantId}/oauth2/v2.0/logout?post_logout_redirect_uri={Uri.EscapeDataString(Northwind.PaneAddress)}"), Cancel);
        Assert.Equal(Northwind.PaneAddress, _visitor.Left!.ToString());

        await GoAsync(("prompt", "none"), ("scope", "openid"));
        Assert.Equal(("login_required", "50058"), Error());
    }

    [Fact]
    public async Task The_configuration_leads_to_the_endpoints_and_leaves_the_issuer_open_where_no_tenant_is_named()
    {
        var own = await _endpoints.GetAsync($"{_northwind.Tenant.TenantId}/v2.0/.well-known/openid-configuration");
        var common = await _endpoints.GetAsync("common/v2.0/.well-known/openid-configuration");
        var keys = await _endpoints.GetAsync(new Uri(own["jwks_uri"]!.GetValue<string>()).AbsolutePath[1..]);

        Assert.Equal($"{_northwind.TenantAuthority}/v2.0", own["issuer"]!.GetValue<string>());
        Assert.Equal($"{_northwind.Tenant.Authority}{{tenantid}}/v2.0", common["issuer"]!.GetValue<string>());
        Assert.Equal($"{_northwind.TenantAuthority}/oauth2/v2.0/token", own["token_endpoint"]!.GetValue<string>());
        Assert.Single(keys["keys"]!.AsArray());
    }

    private Task GoAsync(params IEnumerable<(string Name, string? Value)> further) =>
        _visitor.GoAsync(_endpoints.Authorize(_northwind.Desktop, "http://localhost:5555", "openid Mail.ReadBasic", further), Cancel);

    private (string Error, string Code) Error()
    {
        var told = Endpoints.Query(_visitor.Left!);
        return (told["error"], told["error_description"].Split(':')[0]["AADSTS".Length..]);
    }
}
