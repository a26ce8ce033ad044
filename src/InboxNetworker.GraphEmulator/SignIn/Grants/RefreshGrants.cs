namespace InboxNetworker.GraphEmulator.SignIn.Grants;

/// <summary>A refresh token for new tokens, among them a new refresh token; the old one goes on working, as the service's do.</summary>
internal static class RefreshGrants
{
    /// <summary>Counted from the sign-in, however often it is renewed.</summary>
    public static readonly TimeSpan SinglePageLifetime = TimeSpan.FromHours(24);

    /// <summary>Counted from the last use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public static IResult Redeem(TokenRequest request, TenantDirectory directory, UserTokens tokens)
    {
        if (request["refresh_token"] is not { } token)
        {
            return SignInError.Missing("refresh_token");
        }

        if (!tokens.TryFindRefresh(token, out var grant))
        {
            return SignInError.InvalidGrant(9002313, "Invalid request. Request is malformed or invalid.");
        }

        if (grant.Client.ClientId != request.Client.ClientId)
        {
            return SignInError.InvalidGrant(700007, $"The provided refresh token was not issued to the client '{request.Client.ClientId}'.");
        }

        if (Origin(request, grant.IsSinglePage) is { } foreign)
        {
            return foreign;
        }

        var now = directory.Now;
        if (grant.IsSinglePage ? now - grant.Issued >= SinglePageLifetime : now - grant.Issued >= Lifetime)
        {
            return grant.IsSinglePage
                ? SignInError.InvalidGrant(700084, "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can't be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.")
                : SignInError.InvalidGrant(700082, "The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.");
        }

        var asked = grant.Scopes;
        if (request["scope"] is { } scope)
        {
            if (!AskedScopes.TryParse(scope, directory, out var named, out var error))
            {
                return error;
            }

            asked = named;
        }

        return tokens.Give(request, grant.Session, asked, offline: true, singlePageSince: grant.IsSinglePage ? grant.Issued : null);
    }

    /// <summary>What a page in a browser got works from there only, and nothing else does.</summary>
    public static SignInError? Origin(TokenRequest request, bool isSinglePage) => (request.IsCrossOrigin, isSinglePage) switch
    {
        (true, false) => new SignInError(400, "invalid_request", 9002326, "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type."),
        (false, true) => new SignInError(400, "invalid_request", 9002327, "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests."),
        _ => null,
    };
}
