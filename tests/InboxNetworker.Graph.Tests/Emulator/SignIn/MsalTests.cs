using System.Net;
using InboxNetworker.Tests.SignIn;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensibility;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>The tenant as MSAL.NET sees it.</summary>
public sealed class MsalTests : IAsyncLifetime
{
    private static readonly string[] Mail = ["Mail.ReadBasic"];

    private Northwind _northwind = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _northwind = await Northwind.StartAsync(Cancel);
        _http = _northwind.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _northwind.DisposeAsync();
    }

    [Fact]
    public async Task A_person_signs_in_and_accepts_and_the_account_is_theirs()
    {
        var result = await Desktop().AcquireTokenInteractive(Mail).WithCustomWebUi(new Ui(_northwind, "Mara Lind", "Accept")).ExecuteAsync(Cancel);

        Assert.Equal(Northwind.Mara.Upn, result.Account.Username);
        Assert.Equal($"{Northwind.Mara.Oid}.{_northwind.Tenant.TenantId}", result.Account.HomeAccountId.Identifier);
        Assert.Contains("Mail.ReadBasic", result.Scopes);
        Assert.Equal(_northwind.Tenant.TenantId, result.TenantId);
    }

    [Fact]
    public async Task The_system_browser_comes_back_to_any_port_of_this_computer()
    {
        var browsing = Task.CompletedTask;
        var options = new SystemWebViewOptions
        {
            // A browser is started, not waited for: the library listens only after that.
            OpenBrowserAsync = page =>
            {
                browsing = BrowseAsync(page, "Tom Reed", "Accept");
                return Task.CompletedTask;
            },
        };

        var result = await Desktop().AcquireTokenInteractive(Mail).WithUseEmbeddedWebView(false).WithSystemWebViewOptions(options).ExecuteAsync(Cancel);
        await browsing;

        Assert.Equal(Northwind.Tom.Upn, result.Account.Username);
    }

    [Fact]
    public async Task A_person_who_declines_gets_no_token()
    {
        var refused = await Assert.ThrowsAnyAsync<MsalException>(() => Desktop().AcquireTokenInteractive(Mail).WithCustomWebUi(new Ui(_northwind, "Mara Lind", "Cancel")).ExecuteAsync(Cancel));

        Assert.Equal("access_denied", refused.ErrorCode);
    }

    [Fact]
    public async Task A_refresh_token_brings_new_tokens_until_the_sessions_are_revoked()
    {
        var desktop = Desktop();
        var first = await desktop.AcquireTokenInteractive(Mail).WithCustomWebUi(new Ui(_northwind, "Mara Lind", "Accept")).ExecuteAsync(Cancel);

        var second = await desktop.AcquireTokenSilent(Mail, first.Account).WithForceRefresh(true).ExecuteAsync(Cancel);
        _northwind.Tenant.RevokeSessions(Northwind.Mara);
        var refused = await Assert.ThrowsAsync<MsalUiRequiredException>(() => desktop.AcquireTokenSilent(Mail, first.Account).WithForceRefresh(true).ExecuteAsync(Cancel));

        Assert.NotEqual(first.AccessToken, second.AccessToken);
        Assert.Equal(TokenSource.IdentityProvider, second.AuthenticationResultMetadata.TokenSource);
        Assert.Contains("AADSTS50173", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_was_not_accepted_needs_the_person_again()
    {
        var desktop = Desktop();
        var first = await desktop.AcquireTokenInteractive(Mail).WithCustomWebUi(new Ui(_northwind, "Mara Lind", "Accept")).ExecuteAsync(Cancel);

        var refused = await Assert.ThrowsAsync<MsalUiRequiredException>(() => desktop.AcquireTokenSilent(["Mail.Send"], first.Account).ExecuteAsync(Cancel));

        Assert.Equal(UiRequiredExceptionClassification.ConsentRequired, refused.Classification);
    }

    [Theory]
    [InlineData(false, "AADSTS50057")]
    [InlineData(true, "AADSTS50034")]
    public async Task A_disabled_and_a_deleted_user_are_refused(bool deleted, string code)
    {
        var desktop = Desktop();
        var first = await desktop.AcquireTokenInteractive(Mail).WithCustomWebUi(new Ui(_northwind, "Mara Lind", "Accept")).ExecuteAsync(Cancel);

        if (deleted)
        {
            _northwind.Tenant.DeleteUser(Northwind.Mara);
        }
        else
        {
            _northwind.Tenant.DisableUser(Northwind.Mara);
        }

        var refused = await Assert.ThrowsAsync<MsalUiRequiredException>(() => desktop.AcquireTokenSilent(Mail, first.Account).WithForceRefresh(true).ExecuteAsync(Cancel));
        Assert.Contains(code, refused.Message, StringComparison.Ordinal);
    }

    private async Task BrowseAsync(Uri page, params string[] buttons)
    {
        using var visitor = new Visitor(_northwind.Tenant);
        await visitor.GoAsync(page, Cancel);
        foreach (var button in buttons)
        {
            await visitor.PressAsync(button, Cancel);
        }

        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using var posted = new FormUrlEncodedContent(visitor.Fields());
                using var answer = visitor.Left is { } back ? await client.GetAsync(back, Cancel) : await client.PostAsync(visitor.FormAction, posted, Cancel);
                return;
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Yield();
            }
        }
    }

    private IPublicClientApplication Desktop() => PublicClientApplicationBuilder.Create(_northwind.Desktop.ClientId)
        .WithAuthority(_northwind.TenantAuthority.ToString(), validateAuthority: true)
        .WithRedirectUri("http://localhost")
        .WithHttpClientFactory(new Factory(_http))
        .Build();

    /// <summary>A person who presses one button after another.</summary>
    private sealed class Ui(Northwind northwind, params string[] buttons) : ICustomWebUi
    {
        public async Task<Uri> AcquireAuthorizationCodeAsync(Uri authorizationUri, Uri redirectUri, CancellationToken cancellationToken)
        {
            using var visitor = new Visitor(northwind.Tenant);
            await visitor.GoAsync(authorizationUri, cancellationToken);
            foreach (var button in buttons)
            {
                Assert.Equal(HttpStatusCode.OK, visitor.Status);
                await visitor.PressAsync(button, cancellationToken);
            }

            return visitor.Left ?? new UriBuilder(redirectUri) { Query = string.Join('&', visitor.Fields().Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")) }.Uri;
        }
    }

    private sealed class Factory(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
