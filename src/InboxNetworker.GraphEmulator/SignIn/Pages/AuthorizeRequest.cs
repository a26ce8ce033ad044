using InboxNetworker.GraphEmulator.SignIn.Grants;

namespace InboxNetworker.GraphEmulator.SignIn.Pages;

/// <summary>Reads what a client asks of the authorize endpoint.</summary>
internal static class AuthorizeRequest
{
    /// <summary>Either a sign-in to begin, or the answer.</summary>
    public static (PendingSignIn? Pending, IResult? Answer) Read(HttpContext http, string tenant, Func<string, string?> asked, TenantDirectory directory)
    {
        if (!TenantName.IsKnown(tenant, directory))
        {
            return (null, Html.Refusal(http, TenantName.Unknown(tenant), directory));
        }

        if (asked("client_id") is not { } clientId)
        {
            return (null, Html.Refusal(http, SignInError.Missing("client_id"), directory));
        }

        if (!directory.TryFindApp(clientId, out var app))
        {
            return (null, Html.Refusal(http, new SignInError(400, "unauthorized_client", 700016, $"Application with identifier '{clientId}' was not found in the directory '{directory.Options.Name}'."), directory));
        }

        var redirect = asked("redirect_uri") ?? "";
        if (!RedirectUri.TryMatch(app, redirect, out var isSinglePage))
        {
            return (null, Html.Refusal(http, new SignInError(400, "invalid_request", 50011, $"The redirect URI '{redirect}' specified in the request does not match the redirect URIs configured for the application '{app.ClientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal."), directory));
        }

        var reply = new ReplyTo(
            redirect,
            asked("response_mode") ?? "query",
            asked("state"),
            asked("nonce"),
            asked("code_challenge"),
            asked("code_challenge_method") is null or "plain",
            asked("client_info") is not null,
            isSinglePage);
        var error = asked("response_type") is not { } type ? SignInError.Missing("response_type")
            : type != "code" ? new SignInError(400, "unsupported_response_type", 700051, $"response_type '{type}' is not enabled for the application.")
            : asked("code_challenge_method") is { } method and not ("plain" or "S256") ? new SignInError(400, "invalid_request", 9002313, $"The code_challenge_method '{method}' is not supported.")
            : null;
        if (error is null && AskedScopes.TryParse(asked("scope"), directory, out var scopes, out error))
        {
            return (new PendingSignIn(TokenMaker.Random(), tenant, app, scopes, asked("prompt") == "consent", reply, null), null);
        }

        return (null, Reply.Refused(http, reply, error!, directory));
    }
}

/// <summary>Whether a client may be answered at an address.</summary>
internal static class RedirectUri
{
    public static bool TryMatch(TenantApp app, string redirect, out bool isSinglePage)
    {
        isSinglePage = app.SinglePageRedirectUris.Any(r => Matches(r, redirect));
        return isSinglePage || app.RedirectUris.Any(r => Matches(r, redirect));
    }

    /// <summary>On this computer over http, the port is not compared (RFC 8252, 7.3).</summary>
    private static bool Matches(string registered, string redirect)
    {
        if (registered == redirect)
        {
            return true;
        }

        return Uri.TryCreate(registered, UriKind.Absolute, out var known)
            && Uri.TryCreate(redirect, UriKind.Absolute, out var asked)
            && known.Scheme == Uri.UriSchemeHttp && asked.Scheme == Uri.UriSchemeHttp
            && known.IsLoopback && known.Host == asked.Host
            && known.PathAndQuery == asked.PathAndQuery
            && asked.Fragment.Length == 0;
    }
}
