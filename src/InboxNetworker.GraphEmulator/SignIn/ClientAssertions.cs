using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>Checks the signed word of a client: with a certificate of its own, or of another issuer that is trusted to speak for it.</summary>
internal sealed class ClientAssertions(TenantDirectory directory)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Null when the assertion holds.</summary>
    public async Task<SignInError?> RefusalAsync(TenantApp app, string assertion)
    {
        if (!_handler.CanReadToken(assertion))
        {
            return new SignInError(400, "invalid_request", 50027, "JWT token is invalid or malformed.");
        }

        var token = _handler.ReadJsonWebToken(assertion);
        return string.Equals(token.Issuer, app.ClientId, StringComparison.OrdinalIgnoreCase) || app.FederatedCredentials.Count == 0
            ? await OfCertificateAsync(app, token)
            : await OfOtherIssuerAsync(app, token);
    }

    private async Task<SignInError?> OfCertificateAsync(TenantApp app, JsonWebToken token)
    {
        if (!string.Equals(token.Subject, app.ClientId, StringComparison.OrdinalIgnoreCase) || !string.Equals(token.Issuer, app.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            return SignInError.InvalidClient(700021, "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .");
        }

        if (app.Certificates.FirstOrDefault(c => IsNamedBy(c, token)) is not { } certificate)
        {
            return SignInError.InvalidClient(700027, $"The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '{app.ClientId}'.]");
        }

        using var rsa = certificate.GetRSAPublicKey()!;
        if (!await IsSignedAsync(token, new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false))))
        {
            return SignInError.InvalidClient(700027, $"Client assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value., Thumbprint of key used by client: '{certificate.Thumbprint}']");
        }

        if (!token.Audiences.Any(IsOurs))
        {
            return SignInError.InvalidClient(700023, "Client assertion audience claim does not match Realm issuer. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .");
        }

        return Lifetime(token);
    }

    private async Task<SignInError?> OfOtherIssuerAsync(TenantApp app, JsonWebToken token)
    {
        const string Advice = "Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation";
        var ofIssuer = app.FederatedCredentials.Where(f => f.Issuer == token.Issuer).ToList();
        if (ofIssuer.Count == 0)
        {
            return SignInError.InvalidClient(700211, $"No matching federated identity record found for presented assertion issuer '{token.Issuer}'. {Advice}");
        }

        var ofAudience = ofIssuer.Where(f => token.Audiences.Contains(f.Audience, StringComparer.Ordinal)).ToList();
        if (ofAudience.Count == 0)
        {
            return SignInError.InvalidClient(700212, $"No matching federated identity record found for presented assertion audience '{token.Audiences.FirstOrDefault()}'. {Advice}");
        }

        if (ofAudience.FirstOrDefault(f => f.Subject == token.Subject) is not { } credential)
        {
            return SignInError.InvalidClient(700213, $"No matching federated identity record found for presented assertion subject '{token.Subject}'. {Advice}");
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(credential.PublicKeyPem);
        return await IsSignedAsync(token, new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)))
            ? Lifetime(token)
            : SignInError.InvalidClient(50013, "Assertion failed signature validation. [Reason - The key was not found.]");
    }

    private SignInError? Lifetime(JsonWebToken token)
    {
        var now = directory.Now;
        return token.ValidTo + Skew <= now.UtcDateTime || token.ValidFrom - Skew > now.UtcDateTime
            ? SignInError.InvalidClient(700024, $"Client assertion is not within its valid time range. Current time: {now.UtcDateTime:O}, assertion valid from {token.ValidFrom:O}, expiry time of assertion {token.ValidTo:O}. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .")
            : null;
    }

    private async Task<bool> IsSignedAsync(JsonWebToken token, SecurityKey key) => (await _handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = true,
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
    })).IsValid;

    /// <summary>The token endpoint or the issuer, under our name or the one clients know the service by.</summary>
    private bool IsOurs(string audience) =>
        Uri.TryCreate(audience, UriKind.Absolute, out var uri)
        && (uri.GetLeftPart(UriPartial.Authority) + "/" == directory.Authority || uri.Host == TenantHandler.KnownHost)
        && uri.AbsolutePath.TrimStart('/').Split('/', 2) is [var tenant, "v2.0" or "oauth2/v2.0/token" or "oauth2/token"]
        && TenantName.IsKnown(tenant, directory);

    private static bool IsNamedBy(X509Certificate2 certificate, JsonWebToken token) =>
        Has(token, "x5t#S256", Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)))
        || Has(token, "x5t", Base64Url.EncodeToString(certificate.GetCertHash()))
        || Has(token, "kid", certificate.Thumbprint);

    private static bool Has(JsonWebToken token, string header, string value) => token.TryGetHeaderValue<string>(header, out var given) && given == value;
}
