using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>How a minted token is signed; all but the first are to be refused.</summary>
public enum MintedSignature
{
    Valid,

    /// <summary><c>alg: none</c>, and no signature.</summary>
    None,

    /// <summary>HS256, with the text of the public key as the secret.</summary>
    PublicKeyAsSecret,

    /// <summary>RS256 with a key nobody published, under the name of one that is.</summary>
    OtherKey,

    /// <summary>RS256 with a key nobody published, under a name of its own.</summary>
    UnknownKey,

    /// <summary>Signed, and changed afterwards.</summary>
    Tampered,
}

/// <summary>How a minted token differs from the service's own.</summary>
public sealed record MintedToken
{
    public MintedSignature Signature { get; init; } = MintedSignature.Valid;

    /// <summary>Null for the tenant's usual one; below zero, the token has expired.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>When the token begins to count, seen from now.</summary>
    public TimeSpan NotBefore { get; init; }

    public string? Issuer { get; init; }

    public string? TenantId { get; init; }

    /// <summary>The application the token was given to; null for a client nobody registered.</summary>
    public TenantApp? Client { get; init; }

    /// <summary>Further claims, or other values for the usual ones; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Claims { get; init; } = new Dictionary<string, string?>();
}

/// <summary>Mints tokens for tests: right ones, and ones that are wrong in one way.</summary>
public sealed class TokenMint
{
    private static readonly TenantApp Nobody = new("11111111-1111-4111-8111-111111111111", TenantAppKind.Public);

    private readonly TenantDirectory _directory;
    private readonly SigningKeys _keys;
    private readonly TokenMaker _maker;

    internal TokenMint(TenantDirectory directory, SigningKeys keys, TokenMaker maker) => (_directory, _keys, _maker) = (directory, keys, maker);

    /// <summary>An access token on behalf of a user, out of a sign-in of its own.</summary>
    /// <param name="audience">A client id, or <c>https://graph.microsoft.com</c>.</param>
    /// <param name="scopes">Short names separated by spaces, such as <c>access_as_user</c>.</param>
    public string Mint(TenantUser user, string audience, string scopes, MintedToken? differing = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(scopes);
        differing ??= new MintedToken();
        var claims = _maker.User(_directory.SignIn(user), differing.Client ?? Nobody, ClientProof.None, ResourceOf(audience), scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), handlesClaims: false);
        claims["aud"] = audience;
        return Finish(claims, differing);
    }

    /// <summary>An access token of an application itself.</summary>
    public string MintForApplication(TenantApp app, string audience, IEnumerable<string> roles, MintedToken? differing = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(roles);
        var claims = _maker.Application(app, ClientProof.Assertion, ResourceOf(audience), roles);
        claims["aud"] = audience;
        return Finish(claims, differing ?? new MintedToken());
    }

    private TenantApp? ResourceOf(string audience) => audience == ScopeName.GraphUri ? null
        : _directory.Options.Apps.FirstOrDefault(a => a.ClientId == audience || a.Uri == audience) ?? Nobody;

    private string Finish(JsonObject claims, MintedToken differing)
    {
        var begins = _directory.Now + differing.NotBefore;
        claims["nbf"] = begins.ToUnixTimeSeconds();
        claims["exp"] = (begins + (differing.Lifetime ?? _directory.Options.AccessTokenLifetime)).ToUnixTimeSeconds();
        if (differing.Lifetime < TimeSpan.Zero)
        {
            // A token that has ended began before it.
            var began = (begins + differing.Lifetime.Value - TimeSpan.FromHours(1)).ToUnixTimeSeconds();
            claims["nbf"] = began;
            claims["iat"] = began;
        }

        claims["iss"] = differing.Issuer ?? (differing.TenantId is { } other ? $"{_directory.Authority}{other}/v2.0" : _directory.Issuer);
        claims["tid"] = differing.TenantId ?? _directory.TenantId;
        foreach (var (name, value) in differing.Claims)
        {
            claims[name] = value;
            if (value is null)
            {
                claims.Remove(name);
            }
        }

        return Sign(claims, differing.Signature);
    }

    private string Sign(JsonObject claims, MintedSignature signature)
    {
        var key = _keys.Current;
        switch (signature)
        {
            case MintedSignature.None:
                return Jwt.Make(new JsonObject { ["typ"] = "JWT", ["alg"] = "none" }, claims, _ => []);
            case MintedSignature.PublicKeyAsSecret:
                var secret = Encoding.ASCII.GetBytes(key.PublicKeyPem);
                return Jwt.Make(new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256", ["kid"] = key.Id }, claims, content => HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(content)));
            case MintedSignature.OtherKey or MintedSignature.UnknownKey:
                using (var other = RSA.Create(2048))
                {
                    var name = signature == MintedSignature.OtherKey ? key.Id : TokenMaker.Random();
                    return Jwt.Make(new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = name }, claims, content => other.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
                }

            case MintedSignature.Tampered:
                var parts = key.Sign(claims).Split('.');
                claims["name"] = "Somebody Else";
                return $"{parts[0]}.{key.Sign(claims).Split('.')[1]}.{parts[2]}";
            default:
                return key.Sign(claims);
        }
    }
}
