using System.Net;
using System.Security.Cryptography.X509Certificates;
using InboxNetworker.GraphEmulator.SignIn;
using InboxNetworker.Tests.SignIn;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>How applications show who they are, and what becomes of those that do not.</summary>
public sealed class ClientProofTests : IAsyncLifetime
{
    private const string GraphDefault = "https://graph.microsoft.com/.default";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private Northwind _northwind = null!;
    private Endpoints _endpoints = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string TokenAddress => $"{_northwind.TenantAuthority}/oauth2/v2.0/token";

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
    public async Task A_secret_brings_a_token_of_the_application_with_what_was_granted()
    {
        var answer = await AskAsync(("client_secret", Northwind.ApiSecret));

        Assert.Equal((HttpStatusCode.OK, null), (answer.Status, answer["refresh_token"]));
        var token = new JsonWebToken(answer["access_token"]);
        Assert.Equal(("app", "https://graph.microsoft.com"), (token.GetClaim("idtyp").Value, token.Audiences.Single()));
        Assert.DoesNotContain(token.Claims, c => c.Type == "scp");
    }

    [Fact]
    public async Task A_wrong_secret_no_secret_and_an_unknown_client_are_refused()
    {
        Assert.Equal("401 invalid_client 7000215", (await AskAsync(("client_secret", "wrong"))).Refusal);
        Assert.Equal("401 invalid_client 7000218", (await AskAsync()).Refusal);
        Assert.Equal("400 unauthorized_client 700016", (await AskAsync(("client_id", "11111111-2222-4333-8444-555555555555"))).Refusal);
        Assert.Equal("401 invalid_client 700025", (await AskAsync(("client_id", _northwind.Desktop.ClientId), ("client_secret", "any"))).Refusal);
        Assert.Equal("400 invalid_request 900144", (await AskAsync(("client_id", null))).Refusal);
        Assert.DoesNotContain("wrong", string.Concat(_northwind.Tenant.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/Mail.Read", "400 invalid_scope 1002012")]
    [InlineData("https://graph.microsoft.com/.default Mail.Read", "400 invalid_scope 70011")]
    [InlineData("https://unknown.example/.default", "400 invalid_resource 500011")]
    [InlineData("", "400 invalid_request 900144")]
    public async Task An_application_asks_for_all_that_was_granted_or_nothing(string scope, string refusal) =>
        Assert.Equal(refusal, (await AskAsync(("client_secret", Northwind.ApiSecret), ("scope", scope))).Refusal);

    [Fact]
    public async Task A_grant_or_a_tenant_nobody_knows_is_refused()
    {
        Assert.Equal("400 unsupported_grant_type 70003", (await AskAsync(("grant_type", "magic"), ("client_secret", Northwind.ApiSecret))).Refusal);
        Assert.Equal("400 invalid_request 900144", (await AskAsync(("grant_type", null))).Refusal);
        Assert.Equal("400 invalid_request 90002", (await _endpoints.PostAsync(Asking(), tenant: "11111111-2222-4333-8444-555555555555")).Refusal);
    }

    [Fact]
    public async Task A_certificate_signs_for_its_application()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Assertion())).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Assertion(algorithm: SecurityAlgorithms.RsaSsaPssSha256))).Status);
    }

    [Fact]
    public async Task An_assertion_that_is_wrong_in_one_way_is_refused()
    {
        using var other = Northwind.SelfSigned("CN=other");

        Assert.Equal("401 invalid_client 700021", (await AskAsync(Assertion(subject: Northwind.FederatedSubject))).Refusal);
        Assert.Equal("401 invalid_client 700023", (await AskAsync(Assertion(audience: "https://login.example/token"))).Refusal);
        Assert.Equal("401 invalid_client 700027", (await AskAsync(Assertion(certificate: other))).Refusal);
        Assert.Equal("401 invalid_client 700027", (await AskAsync(Assertion(certificate: other, named: _northwind.ApiCertificate))).Refusal);
        Assert.Equal("400 invalid_request 50027", (await AskAsync([.. Assertion()[..1], ("client_assertion", "no token")])).Refusal);
        var late = Assertion();
        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("401 invalid_client 700024", (await AskAsync(late)).Refusal);
    }

    [Fact]
    public async Task On_behalf_of_a_user_takes_a_token_that_was_meant_for_the_asking_application()
    {
        _northwind.ConsentToApi();
        var mint = _northwind.Tenant.Tokens;
        var mine = mint.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user");

        Assert.Equal("https://graph.microsoft.com/Calendars.ReadBasic https://graph.microsoft.com/Mail.ReadBasic https://graph.microsoft.com/People.Read https://graph.microsoft.com/User.Read https://graph.microsoft.com/.default", (await OnBehalfAsync(mine))["scope"]);
        Assert.Equal("400 invalid_grant 500131", (await OnBehalfAsync(mint.Mint(Northwind.Mara, "https://graph.microsoft.com", "User.Read"))).Refusal);
        Assert.Equal("400 invalid_grant 50013", (await OnBehalfAsync(mint.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user", new MintedToken { Signature = MintedSignature.OtherKey }))).Refusal);
        Assert.Equal("400 invalid_grant 500133", (await OnBehalfAsync(mint.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user", new MintedToken { Lifetime = TimeSpan.FromMinutes(-10) }))).Refusal);
        Assert.Equal("400 invalid_grant 7000114", (await OnBehalfAsync(mint.MintForApplication(_northwind.Api, _northwind.Api.ClientId, []))).Refusal);
        Assert.Equal("400 invalid_request 50027", (await OnBehalfAsync("no token")).Refusal);
        Assert.Equal("401 invalid_client 7000218", (await OnBehalfAsync(mine, ("client_secret", null))).Refusal);
        Assert.Equal("400 invalid_request 900144", (await OnBehalfAsync(mine, ("requested_token_use", null))).Refusal);
    }

    [Fact]
    public async Task On_behalf_of_a_user_ends_with_consent_with_the_session_and_with_the_user()
    {
        _northwind.Tenant.Consent(Northwind.Mara, _northwind.Api, "Mail.ReadBasic");
        var mine = _northwind.Tenant.Tokens.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user");
        Assert.Equal(HttpStatusCode.OK, (await OnBehalfAsync(mine)).Status);

        Assert.Equal("400 invalid_grant 65001", (await OnBehalfAsync(mine, ("scope", "https://graph.microsoft.com/Calendars.ReadBasic"))).Refusal);
        _northwind.Tenant.RevokeConsent(Northwind.Mara, _northwind.Api, "Mail.ReadBasic");
        var refused = await OnBehalfAsync(mine);
        Assert.Equal(("400 invalid_grant 65001", "consent_required"), (refused.Refusal, refused["suberror"]));
        _northwind.Tenant.RevokeSessions(Northwind.Mara);
        Assert.Equal("400 invalid_grant 50173", (await OnBehalfAsync(mine)).Refusal);
        _northwind.Tenant.DisableUser(Northwind.Mara);
        Assert.Equal("400 invalid_grant 50057", (await OnBehalfAsync(mine)).Refusal);
        _northwind.Tenant.DeleteUser(Northwind.Mara);
        Assert.Equal("400 invalid_grant 50034", (await OnBehalfAsync(mine)).Refusal);
    }

    [Fact]
    public async Task A_second_factor_is_demanded_with_the_claims_to_sign_in_with_and_a_new_sign_in_has_it()
    {
        _northwind.ConsentToApi();
        var before = _northwind.Tenant.Tokens.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user");
        _northwind.Tenant.DemandSecondFactor(Northwind.Mara);

        var refused = await OnBehalfAsync(before);
        Assert.Equal("400 interaction_required 50076", refused.Refusal);
        Assert.StartsWith("{\"access_token\":{\"polids\":", refused["claims"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await OnBehalfAsync(_northwind.Tenant.Tokens.Mint(Northwind.Mara, _northwind.Api.ClientId, "access_as_user"))).Status);
    }

    private Dictionary<string, string> Asking(params IEnumerable<(string Name, string? Value)> differing)
    {
        var fields = Endpoints.Fields([("grant_type", "client_credentials"), ("client_id", _northwind.Api.ClientId), ("scope", GraphDefault)]);
        foreach (var (name, value) in differing)
        {
            fields.Remove(name);
            if (value is not null)
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    private Task<Answer> AskAsync(params IEnumerable<(string Name, string? Value)> differing) => _endpoints.PostAsync(Asking(differing));

    private Task<Answer> OnBehalfAsync(string assertion, params IEnumerable<(string Name, string? Value)> differing) => AskAsync(
        [("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("client_secret", Northwind.ApiSecret), ("assertion", assertion), ("requested_token_use", "on_behalf_of"), .. differing]);

    private (string Name, string? Value)[] Assertion(string? subject = null, string? audience = null, X509Certificate2? certificate = null, X509Certificate2? named = null, string algorithm = SecurityAlgorithms.RsaSha256)
    {
        certificate ??= _northwind.ApiCertificate;
        using var key = certificate.GetRSAPrivateKey()!;
        var thumbprint = Base64UrlEncoder.Encode((named ?? certificate).GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256));
        var now = _time.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _northwind.Api.ClientId,
            Audience = audience ?? TokenAddress,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            Claims = new Dictionary<string, object> { ["sub"] = subject ?? _northwind.Api.ClientId, ["jti"] = Guid.NewGuid().ToString() },
            AdditionalHeaderClaims = new Dictionary<string, object> { ["x5t#S256"] = thumbprint },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, algorithm),
        });
        return [("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), ("client_assertion", token)];
    }
}
