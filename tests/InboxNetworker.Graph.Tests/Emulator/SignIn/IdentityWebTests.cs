using System.Net;
using InboxNetworker.GraphEmulator.SignIn;
using InboxNetworker.Tests.SignIn;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;
using Microsoft.Identity.Web.Resource;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>The tenant as Microsoft.Identity.Web sees it: a service that validates its callers, and goes on as them.</summary>
public sealed class IdentityWebTests : IAsyncLifetime
{
    private Northwind _northwind = null!;
    private WebApplication _service = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _northwind = await Northwind.StartAsync(Cancel);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureAd:Instance"] = _northwind.Tenant.Authority.ToString(),
            ["AzureAd:TenantId"] = _northwind.Tenant.TenantId,
            ["AzureAd:ClientId"] = _northwind.Api.ClientId,
            ["AzureAd:ClientSecret"] = Northwind.ApiSecret,
        });
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddMicrosoftIdentityWebApi(builder.Configuration)
            .EnableTokenAcquisitionToCallDownstreamApi()
            .AddInMemoryTokenCaches();
        builder.Services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, o => o.BackchannelHttpHandler = _northwind.Tenant.CreateHandler());

        // The keys, the issuers and the tokens are each fetched by another client.
        builder.Services.Configure<AadIssuerValidatorOptions>(o => o.HttpClientName = "issuers");
        builder.Services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(_northwind.Tenant.CreateHandler));
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        _service = builder.Build();
        _service.MapGet("/token", async (ITokenAcquisition tokens) =>
        {
            try
            {
                return Results.Text(await tokens.GetAccessTokenForUserAsync(["https://graph.microsoft.com/.default"]));
            }
            catch (MicrosoftIdentityWebChallengeUserException refused)
            {
                return Results.Text($"{refused.MsalUiRequiredException.ErrorCode} {refused.MsalUiRequiredException.Classification}", statusCode: 403);
            }
        }).RequireAuthorization();
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
    public async Task A_caller_is_known_and_the_service_reads_their_mail()
    {
        _northwind.ConsentToApi();
        var (status, token) = await AskAsync(null);
        Assert.Equal(HttpStatusCode.OK, status);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_northwind.Tenant.GraphAddress, "v1.0/me/messages")) { Headers = { Authorization = new("Bearer", token) } };
        using var mail = await _http.SendAsync(request, Cancel);
        Assert.Contains("To Tom Reed: lunch", await mail.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_the_caller_is_to_be_asked() =>
        Assert.Equal((HttpStatusCode.Forbidden, "invalid_grant ConsentRequired"), await AskAsync(null));

    [Fact]
    public async Task A_caller_with_a_token_of_another_tenant_is_not_let_in() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(new MintedToken { TenantId = "00000000-1111-4222-8333-444444444444" })).Status);

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(MintedToken? differing)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/token") { Headers = { Authorization = new("Bearer", _northwind.Tenant.Tokens.Mint(Northwind.Tom, _northwind.Api.ClientId, "access_as_user", differing)) } };
        using var answer = await _http.SendAsync(request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
