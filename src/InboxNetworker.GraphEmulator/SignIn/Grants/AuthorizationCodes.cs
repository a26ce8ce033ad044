using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InboxNetworker.GraphEmulator.SignIn.Grants;

/// <summary>What a code stands for.</summary>
/// <param name="Challenge">The PKCE challenge, null without one.</param>
internal sealed record CodeGrant(Session Session, TenantApp Client, AskedScopes Scopes, string RedirectUri, bool IsSinglePage, string? Challenge, bool IsPlainChallenge, string? Nonce, DateTimeOffset Issued);

/// <summary>Codes that were sent to a client and wait to be redeemed, once.</summary>
internal sealed class AuthorizationCodes
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _redeeming = new();
    private readonly Dictionary<string, (CodeGrant Grant, bool IsUsed)> _codes = new(StringComparer.Ordinal);

    public string Issue(CodeGrant grant)
    {
        var code = "1." + TokenMaker.Random();
        lock (_redeeming)
        {
            _codes[code] = (grant, false);
        }

        return code;
    }

    public IResult Redeem(TokenRequest request, TenantDirectory directory, UserTokens tokens)
    {
        if (request["code"] is not { } code)
        {
            return SignInError.Missing("code");
        }

        lock (_redeeming)
        {
            if (!_codes.TryGetValue(code, out var kept))
            {
                return SignInError.InvalidGrant(9002313, "Invalid request. Request is malformed or invalid.");
            }

            var grant = kept.Grant;
            if (Refusal(request, grant, directory.Now) is { } refusal)
            {
                return refusal;
            }

            if (kept.IsUsed)
            {
                return SignInError.InvalidGrant(54005, "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.");
            }

            _codes[code] = (grant, true);
            var asked = grant.Scopes;
            if (request["scope"] is { } scope)
            {
                if (!AskedScopes.TryParse(scope, directory, out var named, out var error))
                {
                    return error;
                }

                asked = named;
            }

            return tokens.Give(request, grant.Session, asked, grant.Nonce, singlePageSince: grant.IsSinglePage ? directory.Now : null);
        }
    }

    private static SignInError? Refusal(TokenRequest request, CodeGrant grant, DateTimeOffset now)
    {
        if (grant.Client.ClientId != request.Client.ClientId)
        {
            return SignInError.InvalidGrant(700005, "The provided Authorization Code is intended to use against other tenant or client, thus rejected.");
        }

        if (RefreshGrants.Origin(request, grant.IsSinglePage) is { } foreign)
        {
            return foreign;
        }

        if (!grant.IsSinglePage && request.Client.Kind == TenantAppKind.Confidential && request.Proof == ClientProof.None)
        {
            return ClientAuthentication.NothingShown;
        }

        if (now - grant.Issued >= Lifetime)
        {
            return SignInError.InvalidGrant(70008, "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.");
        }

        if (request["redirect_uri"] != grant.RedirectUri)
        {
            return SignInError.InvalidGrant(500112, "The reply address does not match the reply address provided when requesting Authorization code.");
        }

        return Pkce(request["code_verifier"], grant);
    }

    private static SignInError? Pkce(string? verifier, CodeGrant grant)
    {
        if (grant.Challenge is null)
        {
            return grant.IsSinglePage
                ? new SignInError(400, "invalid_request", 9002325, "Proof Key for Code Exchange is required for cross-origin authorization code redemption.")
                : null;
        }

        if (verifier is null)
        {
            return SignInError.InvalidGrant(50148, "The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.");
        }

        var hashed = grant.IsPlainChallenge ? verifier : Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return hashed == grant.Challenge ? null : SignInError.InvalidGrant(501481, "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
    }
}
