using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>How a client showed who it is, as <c>azpacr</c> tells it.</summary>
internal enum ClientProof
{
    None = 0,
    Secret = 1,
    Assertion = 2,
}

/// <summary>Writes the claims of tokens.</summary>
internal sealed class TokenMaker(TenantDirectory directory)
{
    /// <summary>An access token on behalf of a user.</summary>
    /// <param name="resource">Null for Graph.</param>
    /// <param name="handlesClaims">Whether the client said it understands a demand for a fresh sign-in before the token ends.</param>
    public JsonObject User(Session session, TenantApp client, ClientProof proof, TenantApp? resource, IEnumerable<string> scopes, bool handlesClaims)
    {
        var user = session.User;
        var claims = Common(resource?.ClientId ?? ScopeName.GraphUri, directory.Now + directory.Options.AccessTokenLifetime);
        Client(claims, client, proof, resource);
        claims["idtyp"] = "user";
        claims["name"] = user.Name;
        claims["oid"] = user.Oid;
        claims["preferred_username"] = user.Upn;
        claims["scp"] = string.Join(' ', scopes);
        claims["sid"] = session.Id;
        claims["sub"] = Pairwise(user, resource?.ClientId ?? ScopeName.GraphId);
        if (resource is null)
        {
            claims["upn"] = user.Upn;
        }

        if (handlesClaims)
        {
            claims["xms_cc"] = new JsonArray("cp1");
        }

        return claims;
    }

    /// <summary>An access token of an application itself.</summary>
    public JsonObject Application(TenantApp client, ClientProof proof, TenantApp? resource, IEnumerable<string> roles)
    {
        var claims = Common(resource?.ClientId ?? ScopeName.GraphUri, directory.Now + directory.Options.AccessTokenLifetime);
        Client(claims, client, proof, resource);
        var principal = PrincipalId(client);
        claims["idtyp"] = "app";
        claims["oid"] = principal;
        claims["sub"] = principal;
        if (roles.ToList() is { Count: > 0 } granted)
        {
            claims["roles"] = new JsonArray([.. granted.Select(r => (JsonNode)r)]);
        }

        return claims;
    }

    public JsonObject Identity(Session session, TenantApp client, string? nonce)
    {
        var user = session.User;
        var claims = Common(client.ClientId, directory.Now + TimeSpan.FromHours(1));
        claims["auth_time"] = session.Since.ToUnixTimeSeconds();
        claims["name"] = user.Name;
        claims["oid"] = user.Oid;
        claims["preferred_username"] = user.Upn;
        claims["email"] = user.Upn;
        claims["sid"] = session.Id;
        claims["sub"] = Pairwise(user, client.ClientId);
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return claims;
    }

    /// <summary>What a client names the account by.</summary>
    public string ClientInfo(TenantUser user) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new JsonObject { ["uid"] = user.Oid, ["utid"] = directory.TenantId }.ToJsonString()));

    public static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private JsonObject Common(string audience, DateTimeOffset ends)
    {
        var now = directory.Now.ToUnixTimeSeconds();
        return new JsonObject
        {
            ["aud"] = audience,
            ["iss"] = directory.Issuer,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = ends.ToUnixTimeSeconds(),
            ["tid"] = directory.TenantId,
            ["uti"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            ["ver"] = "2.0",
        };
    }

    private static void Client(JsonObject claims, TenantApp client, ClientProof proof, TenantApp? resource)
    {
        claims["azp"] = client.ClientId;
        claims["azpacr"] = ((int)proof).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (resource is null)
        {
            // Graph's tokens name their client as the first version did, too.
            claims["appid"] = client.ClientId;
            claims["app_displayname"] = client.Name;
        }
    }

    /// <summary>Another one for every application, so that two of them cannot compare their users.</summary>
    private string Pairwise(TenantUser user, string audience) => Hash($"{directory.TenantId}/{user.Oid}/{audience}");

    private string PrincipalId(TenantApp client) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{directory.TenantId}/{client.ClientId}")).AsSpan(0, 16)).ToString();

    private static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
