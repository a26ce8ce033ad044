using System.Security.Cryptography;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using InboxNetworker.Tests.SignIn;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>The tenant as Azure.Identity sees it.</summary>
public sealed class RealCredentialTests : IAsyncLifetime
{
    private static readonly TokenRequestContext ForGraph = new(["https://graph.microsoft.com/.default"]);

    private Northwind _northwind = null!;
    private HttpClient _client = null!;
    private HttpClientTransport _transport = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _northwind = await Northwind.StartAsync(Cancel);
        _client = _northwind.CreateClient();
        _transport = new HttpClientTransport(_client);
    }

    public async ValueTask DisposeAsync()
    {
        _transport.Dispose();
        _client.Dispose();
        await _northwind.DisposeAsync();
    }

    [Fact]
    public async Task A_device_code_signs_in_whoever_enters_it_and_reads_their_mail()
    {
        using var visitor = new Visitor(_northwind.Tenant);
        var credential = new DeviceCodeCredential(new DeviceCodeCredentialOptions
        {
            AuthorityHost = _northwind.Tenant.Authority,
            TenantId = _northwind.Tenant.TenantId,
            ClientId = _northwind.Desktop.ClientId,
            Transport = _transport,
            DeviceCodeCallback = async (code, cancel) =>
            {
                await visitor.GoAsync(new Uri(_northwind.Tenant.Authority, "devicelogin"), cancel);
                await visitor.SubmitAsync([new("otc", code.UserCode)], cancel);
                await visitor.PressAsync("Noor Aziz", cancel);
                Assert.Contains("<li>Mail.ReadBasic</li>", visitor.Page, StringComparison.Ordinal);
                await visitor.PressAsync("Accept", cancel);
            },
        });

        using var graph = Graph(credential);
        var messages = await graph.Me.Messages.GetAsync(r => r.QueryParameters.Select = ["subject"], Cancel);

        Assert.Equal(["To Noor Aziz: lunch", "From Noor Aziz: the harbour plan", "To Noor Aziz: the harbour plan"], messages!.Value!.Select(m => m.Subject));
        Assert.Equal(Northwind.Noor.Oid, (await graph.Me.GetAsync(cancellationToken: Cancel))!.Id);
    }

    [Fact]
    public async Task Instance_discovery_answers_for_the_authority()
    {
        // The library remembers the names it asked about, for as long as the process lives; this one is asked about here only.
        var byName = new UriBuilder(_northwind.Tenant.Authority) { Host = "localhost" }.Uri;
        var credential = new ClientSecretCredential(_northwind.Tenant.TenantId, _northwind.Api.ClientId, Northwind.ApiSecret, new ClientSecretCredentialOptions { AuthorityHost = byName, Transport = _transport });

        var token = await credential.GetTokenAsync(ForGraph, Cancel);

        Assert.NotEmpty(token.Token);
        Assert.Contains(_northwind.Tenant.Requests, r => r.Endpoint == "instance");
    }

    [Fact]
    public async Task A_certificate_proves_an_application_and_its_token_reads_a_users_mail_by_id_and_by_name()
    {
        using var graph = Graph(ByCertificate());

        var byId = await graph.Users[Northwind.Tom.Oid].Messages.GetAsync(r => r.QueryParameters.Top = 1, Cancel);
        var byName = await graph.Users[Northwind.Tom.Upn].MailFolders["inbox"].Messages.GetAsync(cancellationToken: Cancel);

        Assert.Equal("To Tom Reed: lunch", byId!.Value!.Single().Subject);
        Assert.StartsWith($"{_northwind.Tenant.GraphAddress}v1.0/users('{Northwind.Tom.Oid}')/messages?", byId.OdataNextLink, StringComparison.Ordinal);
        Assert.Equal(2, byName!.Value!.Count);
        var next = await graph.Users[Northwind.Tom.Oid].Messages.WithUrl(byId.OdataNextLink!).GetAsync(cancellationToken: Cancel);
        Assert.Equal("From Tom Reed: the harbour plan", next!.Value!.Single().Subject);
    }

    [Fact]
    public async Task A_certificate_nobody_registered_is_refused()
    {
        using var other = Northwind.SelfSigned("CN=somebody-else");
        var credential = new ClientCertificateCredential(_northwind.Tenant.TenantId, _northwind.Api.ClientId, other, new ClientCertificateCredentialOptions { AuthorityHost = _northwind.Tenant.Authority, Transport = _transport, DisableInstanceDiscovery = true });

        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await credential.GetTokenAsync(ForGraph, Cancel));

        Assert.Contains("AADSTS700027", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_federated_assertion_proves_an_application()
    {
        var token = await Federated(Northwind.FederatedSubject, _northwind.FederatedKey).GetTokenAsync(ForGraph, Cancel);

        Assert.Equal(["Mail.ReadBasic.All", "Calendars.ReadBasic", "User.Read.All"], new JsonWebToken(token.Token).Claims.Where(c => c.Type == "roles").Select(c => c.Value));
    }

    [Fact]
    public async Task A_federated_assertion_of_another_subject_or_key_is_refused()
    {
        using var otherKey = RSA.Create(2048);

        var subject = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await Federated("somebody:else", _northwind.FederatedKey).GetTokenAsync(ForGraph, Cancel));
        var key = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await Federated(Northwind.FederatedSubject, otherKey).GetTokenAsync(ForGraph, Cancel));

        Assert.Contains("AADSTS700213", subject.ToString(), StringComparison.Ordinal);
        Assert.Contains("AADSTS50013", key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Api_reads_the_mailbox_of_whoever_called_it()
    {
        _northwind.ConsentToApi();
        using var graph = Graph(OnBehalfOf(_northwind.Tenant.Tokens.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user")));

        var messages = await graph.Me.Messages.GetAsync(cancellationToken: Cancel);

        Assert.All(messages!.Value!, m => Assert.Contains("Mara Lind", m.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_consent_nothing_is_read_on_behalf_of_a_user()
    {
        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(async () =>
            await OnBehalfOf(_northwind.Tenant.Tokens.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user")).GetTokenAsync(ForGraph, Cancel));

        var why = Assert.IsType<Microsoft.Identity.Client.MsalUiRequiredException>(refused.InnerException);
        Assert.Equal("invalid_grant", why.ErrorCode);
        Assert.Equal(Microsoft.Identity.Client.UiRequiredExceptionClassification.ConsentRequired, why.Classification);
        Assert.Contains("AADSTS65001", why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Graph_demands_a_new_sign_in_of_a_client_that_can_once_sessions_are_revoked()
    {
        _northwind.ConsentToApi();
        using var graph = Graph(OnBehalfOf(_northwind.Tenant.Tokens.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user")));
        await graph.Me.GetAsync(cancellationToken: Cancel);

        _northwind.Tenant.RevokeSessions(Northwind.Mara);
        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(() => graph.Me.GetAsync(cancellationToken: Cancel));

        Assert.Contains("AADSTS50173", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_reads_the_mailboxes_it_was_allowed_and_no_other()
    {
        await using var narrow = await Northwind.StartAsync(Cancel, o => o with { AllowedApplicationMailboxes = [Northwind.Mara.Upn] });
        using var client = narrow.CreateClient();
        using var transport = new HttpClientTransport(client);
        using var graph = Graph(new ClientCertificateCredential(narrow.Tenant.TenantId, narrow.Api.ClientId, narrow.ApiCertificate, new ClientCertificateCredentialOptions { AuthorityHost = narrow.Tenant.Authority, Transport = transport }), narrow);

        Assert.Equal(3, (await graph.Users[Northwind.Mara.Oid].Messages.GetAsync(cancellationToken: Cancel))!.Value!.Count);
        var refused = await Assert.ThrowsAsync<ODataError>(() => graph.Users[Northwind.Tom.Oid].Messages.GetAsync(cancellationToken: Cancel));

        Assert.Equal((403, "ErrorAccessDenied"), (refused.ResponseStatusCode, refused.Error!.Code));
    }

    private GraphServiceClient Graph(TokenCredential credential, Northwind? northwind = null) => new(
        new AzureIdentityAuthenticationProvider(credential, ["127.0.0.1"], null, true, "https://graph.microsoft.com/.default"),
        (northwind ?? _northwind).Tenant.GraphAddress + "v1.0");

    private ClientCertificateCredential ByCertificate() => new(
        _northwind.Tenant.TenantId,
        _northwind.Api.ClientId,
        _northwind.ApiCertificate,
        new ClientCertificateCredentialOptions { AuthorityHost = _northwind.Tenant.Authority, Transport = _transport });

    private OnBehalfOfCredential OnBehalfOf(string assertion) => new(
        _northwind.Tenant.TenantId,
        _northwind.Api.ClientId,
        _northwind.ApiCertificate,
        assertion,
        new OnBehalfOfCredentialOptions { AuthorityHost = _northwind.Tenant.Authority, Transport = _transport });

    private ClientAssertionCredential Federated(string subject, RSA key) => new(
        _northwind.Tenant.TenantId,
        _northwind.Api.ClientId,
        () => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Northwind.FederatedIssuer,
            Audience = "api://AzureADTokenExchange",
            Claims = new Dictionary<string, object> { ["sub"] = subject },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256),
        }),
        new ClientAssertionCredentialOptions { AuthorityHost = _northwind.Tenant.Authority, Transport = _transport });
}
