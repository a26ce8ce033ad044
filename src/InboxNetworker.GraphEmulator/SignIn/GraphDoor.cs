using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>Under which path below the service root an application asks for the mailbox: <c>/users('…')</c>. Links lead back the same way.</summary>
internal sealed record Addressed(string Path)
{
    /// <summary><c>/me</c>, unless an application names somebody.</summary>
    public static string Of(HttpContext http) => http.Features.Get<Addressed>()?.Path ?? "/me";
}

/// <summary>The one address of Graph for every mailbox of the tenant: checks the token, and leads on to the mailbox it is good for.</summary>
internal sealed class GraphDoor(TenantDirectory directory, TokenReading reading, IReadOnlyDictionary<string, GraphEmulatorHost> mailboxes)
{
    private const string Invalid = "InvalidAuthenticationToken";
    private const string Revoked = "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp";

    /// <summary>What the directory holds of a user, as against the mailbox.</summary>
    private static readonly string[] OfDirectory = ["photo", "photos", "manager", "directReports", "memberOf"];

    public async Task Serve(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var text = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : "";
        var token = text.Length == 0 ? null : await reading.ReadAsync(text, TimeSpan.Zero);
        if (token is null || Fault(token) is not null)
        {
            Challenge(http, null);
            await RefuseAsync(http, token is null ? AccessToken.Empty : Fault(token)!);
            return;
        }

        http.Request.Path = RequestFrame.Flatten(http.Request.Path.Value ?? "");
        await (token.IsOfUser ? AsUser(http, token) : AsApplication(http));
    }

    private static GraphError? Fault(ReadToken token) => token.Fault switch
    {
        TokenFault.Malformed => new GraphError(401, Invalid, "IDX14100: JWT is not well formed, there are no dots (.)."),
        TokenFault.Signature => new GraphError(401, Invalid, "Access token validation failure. Invalid signature."),
        TokenFault.Issuer => new GraphError(401, Invalid, "Access token validation failure. Invalid issuer."),
        TokenFault.Lifetime => AccessToken.Expired,
        _ => token.Audience is ScopeName.GraphUri or ScopeName.GraphUri + "/" or ScopeName.GraphId ? null : new GraphError(401, Invalid, "Access token validation failure. Invalid audience."),
    };

    private async Task AsUser(HttpContext http, ReadToken token)
    {
        var isAlive = directory.TryFindUser(token.ObjectId, out var user);
        if (token.HandlesClaims && (!isAlive || (directory.TryFindSession(token.Session, out var session) && directory.Refusal(session) is not null)))
        {
            // The client said it can sign the user in anew; without that, the token counts to its end.
            Challenge(http, directory.Now);
            await RefuseAsync(http, new GraphError(401, Invalid, Revoked));
            return;
        }

        if (user is null)
        {
            await RefuseAsync(http, People.PeopleEndpoints.NoSuchUser(token.ObjectId ?? ""));
            return;
        }

        if (Segments(http) is ["v1.0", "users", var named, var part, ..] && !OfDirectory.Contains(part, StringComparer.OrdinalIgnoreCase) && directory.TryFindUser(named, out var other))
        {
            if (other != user)
            {
                await RefuseAsync(http, GraphError.AccessDenied);
                return;
            }

            Rewrite(http, user);
        }

        await mailboxes[user.Oid].EnterAsync(http);
    }

    private async Task AsApplication(HttpContext http)
    {
        switch (Segments(http))
        {
            case ["v1.0", "me", ..]:
                await RefuseAsync(http, GraphError.BadRequest("/me request is only valid with delegated authentication flow."));
                return;
            case ["v1.0", "users", var named, .. var rest] when directory.TryFindUser(named, out var user):
                if (rest is [var part, ..] && !OfDirectory.Contains(part, StringComparer.OrdinalIgnoreCase))
                {
                    if (!IsOpenToApplications(user))
                    {
                        await RefuseAsync(http, GraphError.AccessDenied);
                        return;
                    }

                    Rewrite(http, user);
                }

                await mailboxes[user.Oid].EnterAsync(http);
                return;
            case ["v1.0", "users", var unknown, var below, ..] when !OfDirectory.Contains(below, StringComparer.OrdinalIgnoreCase):
                await RefuseAsync(http, new GraphError(404, "ErrorInvalidUser", $"The requested user '{unknown}' is invalid."));
                return;
            case ["v1.0", "subscriptions", .. var id]:
                await Subscription(http, id);
                return;
            default:
                await mailboxes[directory.Options.Users[0].Oid].EnterAsync(http);
                return;
        }
    }

    /// <summary>A subscription lives with the mailbox it watches.</summary>
    private async Task Subscription(HttpContext http, string[] id)
    {
        var host = id is [var named, ..] ? mailboxes.Values.FirstOrDefault(m => m.HasSubscription(named)) : null;
        if (host is null && HttpMethods.IsPost(http.Request.Method))
        {
            http.Request.EnableBuffering();
            var user = await WatchedAsync(http);
            http.Request.Body.Position = 0;
            if (user is not null && !IsOpenToApplications(user))
            {
                await RefuseAsync(http, GraphError.AccessDenied);
                return;
            }

            host = user is null ? null : mailboxes[user.Oid];
        }

        await (host ?? mailboxes[directory.Options.Users[0].Oid]).EnterAsync(http);
    }

    private async Task<TenantUser?> WatchedAsync(HttpContext http)
    {
        try
        {
            var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var resource = body?["resource"]?.GetValue<string>() ?? "";
            return RequestFrame.Flatten("/" + resource.TrimStart('/')).Split('/', StringSplitOptions.RemoveEmptyEntries) is ["users" or "Users", var named, ..] && directory.TryFindUser(named, out var user) ? user : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The mailbox says what is wrong with it.
            return null;
        }
    }

    private bool IsOpenToApplications(TenantUser user) => directory.Options.AllowedApplicationMailboxes is not { } open
        || open.Contains(user.Oid, StringComparer.OrdinalIgnoreCase) || open.Contains(user.Upn, StringComparer.OrdinalIgnoreCase);

    private static void Rewrite(HttpContext http, TenantUser user)
    {
        http.Features.Set(new Addressed($"/users('{user.Oid}')"));
        http.Request.Path = "/v1.0/me/" + string.Join('/', Segments(http)[3..]);
    }

    private static string[] Segments(HttpContext http) => (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static Task RefuseAsync(HttpContext http, GraphError error) => RequestFrame.Identify(http, error.ExecuteAsync);

    private void Challenge(HttpContext http, DateTimeOffset? signedInSince)
    {
        var header = $"Bearer realm=\"\", authorization_uri=\"{directory.Authority}common/oauth2/authorize\", client_id=\"{ScopeName.GraphId}\"";
        if (signedInSince is { } since)
        {
            var claims = $"{{\"access_token\":{{\"nbf\":{{\"essential\":true,\"value\":\"{since.ToUnixTimeSeconds()}\"}}}}}}";
            header += $", error_description=\"{Revoked}\", error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))}\"";
        }

        http.Response.Headers.WWWAuthenticate = header;
    }
}
