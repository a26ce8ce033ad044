using System.Diagnostics.CodeAnalysis;

namespace InboxNetworker.GraphEmulator.SignIn.Grants;

/// <summary>What a refresh token stands for.</summary>
/// <param name="IsSinglePage">It was given to a page in a browser: it works for 24 hours after the sign-in, and only there.</param>
internal sealed record RefreshGrant(Session Session, TenantApp Client, AskedScopes Scopes, bool IsSinglePage, DateTimeOffset Issued);

/// <summary>Gives tokens for a session, when consent allows.</summary>
internal sealed class UserTokens(TenantDirectory directory, SigningKeys keys, TokenMaker maker)
{
    private readonly Lock _keeping = new();
    private readonly Dictionary<string, RefreshGrant> _refresh = new(StringComparer.Ordinal);

    public bool TryFindRefresh(string token, [NotNullWhen(true)] out RefreshGrant? grant)
    {
        lock (_keeping)
        {
            return _refresh.TryGetValue(token, out grant);
        }
    }

    /// <param name="offline">Whether a refresh token is given although the request does not ask for one: it had one.</param>
    /// <param name="singlePageSince">When the user signed in at the page in a browser that asks; null for every other client.</param>
    public IResult Give(TokenRequest request, Session session, AskedScopes asked, string? nonce = null, bool offline = false, DateTimeOffset? singlePageSince = null)
    {
        if (directory.Refusal(session) is { } dead)
        {
            return dead;
        }

        if (asked.Names.Select(n => n.Resource).Distinct().Skip(1).Any())
        {
            return new SignInError(400, "invalid_scope", 28000, "Provided value for the input parameter scope is not valid because it contains more than one resource.");
        }

        if (asked.Missing(session.User, request.Client, directory).Count > 0)
        {
            return SignInError.ConsentMissing(request.Client);
        }

        var client = request.Client;
        var resource = asked.Resource;
        var scopes = directory.Consented(session.User, client, resource);
        var claims = maker.User(session, client, request.Proof, resource, resource is null ? [.. asked.OpenId.Where(o => o != "offline_access"), .. scopes] : scopes, request.HandlesClaims);
        return new TokenAnswer(keys.Current.Sign(claims), directory.Options.AccessTokenLifetime)
        {
            Scope = Named(asked, resource, scopes),
            RefreshToken = offline || asked.IsFor("offline_access") ? Keep(session, client, asked, singlePageSince) : null,
            RefreshTokenLifetime = singlePageSince is { } since ? since + RefreshGrants.SinglePageLifetime - directory.Now : null,
            IdToken = asked.IsFor("openid") ? keys.Current.Sign(maker.Identity(session, client, nonce)) : null,
            ClientInfo = request["client_info"] is null ? null : maker.ClientInfo(session.User),
        };
    }

    /// <summary>Named as the request named them.</summary>
    private static string Named(AskedScopes asked, TenantApp? resource, IEnumerable<string> scopes)
    {
        var prefix = resource is not null ? resource.Uri + "/" : asked.LongNames ? ScopeName.GraphUri + "/" : "";
        var names = asked.Names.Any(n => n.IsDefault) ? scopes.Append(ScopeName.Default) : scopes;
        return string.Join(' ', asked.OpenId.Where(o => o != "offline_access").Concat(names.Select(n => prefix + n)));
    }

    private string Keep(Session session, TenantApp client, AskedScopes asked, DateTimeOffset? singlePageSince)
    {
        var token = "1." + TokenMaker.Random() + TokenMaker.Random();
        lock (_keeping)
        {
            _refresh[token] = new RefreshGrant(session, client, asked, singlePageSince is not null, singlePageSince ?? directory.Now);
        }

        return token;
    }
}
