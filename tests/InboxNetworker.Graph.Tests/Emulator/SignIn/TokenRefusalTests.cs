using System.Net;
using InboxNetworker.GraphEmulator.SignIn;
using InboxNetworker.Tests.SignIn;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>Tokens of the tenant before a service that validates them, and before Graph.</summary>
public sealed class TokenRefusalTests : IAsyncLifetime
{
    private Northwind _northwind = null!;
    private WebApplication _service = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> WrongTokens => [.. Wrong.Keys];

    private static Dictionary<string, Func<Northwind, string>> Wrong { get; } = new()
    {
        ["alg none"] = n => Mint(n, new MintedToken { Signature = MintedSignature.None }),
        ["public key as secret"] = n => Mint(n, new MintedToken { Signature = MintedSignature.PublicKeyAsSecret }),
        ["another key under a known name"] = n => Mint(n, new MintedToken { Signature = MintedSignature.OtherKey }),
        ["another key"] = n => Mint(n, new MintedToken { Signature = MintedSignature.UnknownKey }),
        ["tampered"] = n => Mint(n, new MintedToken { Signature = MintedSignature.Tampered }),
        ["expired"] = n => Mint(n, new MintedToken { Lifetime = TimeSpan.FromMinutes(-10) }),
        ["not yet valid"] = n => Mint(n, new MintedToken { NotBefore = TimeSpan.FromMinutes(20) }),
        ["another tenant"] = n => Mint(n, new MintedToken { TenantId = "00000000-1111-4222-8333-444444444444" }),
        ["another issuer"] = n => Mint(n, new MintedToken { Issuer = "https://login.example/v2.0" }),
        ["another audience"] = n => n.Tenant.Tokens.Mint(Northwind.Mara, n.Pane.ClientId, "access_as_user"),
    };

    public async ValueTask InitializeAsync()
    {
        _northwind = await Northwind.StartAsync(Cancel);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddJwtBearer(options =>
        {
            options.Authority = $"{_northwind.TenantAuthority}/v2.0";
            options.Audience = _northwind.Api.ClientId;
            options.BackchannelHttpHandler = _northwind.Tenant.CreateHandler();
            options.MapInboundClaims = false;
            options.RefreshInterval = TimeSpan.FromSeconds(1);
        });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        _service = builder.Build();
        _service.MapGet("/", (HttpContext http) => http.User.FindFirst("oid")!.Value).RequireAuthorization();
        await _service.StartAsync(Cancel);
        _http = new HttpClient { BaseAddress = new Uri(_service.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _service.DisposeAsync();
        await _northwind.DisposeAsync();
    }

    [Fact]
    public async Task A_token_for_the_service_is_accepted_and_names_its_user()
    {
        using var answer = await AskAsync("/", Mint(_northwind, null));

        Assert.Equal(Northwind.Mara.Oid, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_wrong_token_is_refused_by_the_service(string wrong)
    {
        using var answer = await AskAsync("/", Wrong[wrong](_northwind));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Graph_takes_no_token_that_is_not_for_Graph()
    {
        Assert.Equal((HttpStatusCode.Unauthorized, "Access token validation failure. Invalid audience."), await GraphAsync(Mint(_northwind, null)));
        Assert.Equal(HttpStatusCode.OK, (await GraphAsync(ForGraph(null))).Status);
    }

    [Theory]
    [InlineData(MintedSignature.None)]
    [InlineData(MintedSignature.PublicKeyAsSecret)]
    [InlineData(MintedSignature.OtherKey)]
    [InlineData(MintedSignature.UnknownKey)]
    [InlineData(MintedSignature.Tampered)]
    public async Task Graph_takes_no_token_the_tenant_did_not_sign(MintedSignature signature) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await GraphAsync(ForGraph(new MintedToken { Signature = signature }))).Status);

    [Fact]
    public async Task Graph_takes_no_token_that_has_ended_or_is_of_another_tenant()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await GraphAsync(ForGraph(new MintedToken { Lifetime = TimeSpan.FromMinutes(-1) }))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GraphAsync(ForGraph(new MintedToken { TenantId = "00000000-1111-4222-8333-444444444444" }))).Status);
    }

    [Fact]
    public async Task A_new_key_is_found_and_a_withdrawn_one_is_not_trusted()
    {
        var before = ForGraph(null);
        using var first = await AskAsync("/", Mint(_northwind, null));

        _northwind.Tenant.RollKeys();
        var after = ForGraph(null);
        Assert.Equal(HttpStatusCode.OK, (await GraphAsync(before)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GraphAsync(after)).Status);

        _northwind.Tenant.RollKeys(withdrawOld: true);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GraphAsync(after)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GraphAsync(ForGraph(null))).Status);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
    }

    [Fact]
    public async Task Graph_does_not_know_the_mailbox_of_a_deleted_user()
    {
        var token = ForGraph(null);
        _northwind.Tenant.DeleteUser(Northwind.Mara);

        Assert.Equal(HttpStatusCode.NotFound, (await GraphAsync(token)).Status);
    }

    private static string Mint(Northwind northwind, MintedToken? differing) => northwind.Tenant.Tokens.Mint(Northwind.Mara, northwind.Api.ClientId, "access_as_user", differing);

    private string ForGraph(MintedToken? differing) => _northwind.Tenant.Tokens.Mint(Northwind.Mara, "https://graph.microsoft.com", "User.Read", differing);

    private async Task<HttpResponseMessage> AskAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", token) } };
        return await _http.SendAsync(request, Cancel);
    }

    private async Task<(HttpStatusCode Status, string? Message)> GraphAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_northwind.Tenant.GraphAddress, "v1.0/me")) { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await _http.SendAsync(request, Cancel);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : (await EmulatorClient.ErrorOf(answer)).Message);
    }
}
