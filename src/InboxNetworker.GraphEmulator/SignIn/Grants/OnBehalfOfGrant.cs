namespace InboxNetworker.GraphEmulator.SignIn.Grants;

/// <summary>A service that was called with a user's token goes on as that user.</summary>
internal static class OnBehalfOfGrant
{
    public static async Task<IResult> Redeem(TokenRequest request, TenantDirectory directory, TokenReading reading, UserTokens tokens)
    {
        if (request["assertion"] is not { } assertion)
        {
            return SignInError.Missing("assertion");
        }

        if (request["requested_token_use"] != "on_behalf_of")
        {
            return new SignInError(400, "invalid_request", 900144, "The request body must contain the following parameter: 'requested_token_use'.");
        }

        if (request.Proof == ClientProof.None)
        {
            return ClientAuthentication.NothingShown;
        }

        if (!AskedScopes.TryParse(request["scope"], directory, out var asked, out var error))
        {
            return error;
        }

        var client = request.Client;
        var read = await reading.ReadAsync(assertion);
        if (read.Fault is TokenFault.Malformed)
        {
            return new SignInError(400, "invalid_request", 50027, "JWT token is invalid or malformed.");
        }

        if (read.Fault is TokenFault.Signature or TokenFault.Issuer)
        {
            return SignInError.InvalidGrant(50013, "Assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value.]");
        }

        if (read.Fault is TokenFault.Lifetime)
        {
            return SignInError.InvalidGrant(500133, $"Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. Current time: {directory.Now.UtcDateTime:O}, expiry time of assertion {read.Ends.UtcDateTime:O}.");
        }

        if (read.Audience is not { } audience || !(audience.Equals(client.ClientId, StringComparison.OrdinalIgnoreCase) || audience.Equals(client.Uri, StringComparison.OrdinalIgnoreCase)))
        {
            return SignInError.InvalidGrant(500131, $"Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '{read.Audience}' and the expected audience is '{client.Uri}' or one of the Application Uris of this application with App ID '{client.ClientId}'({client.Name}). The downstream client must request a token for the expected audience (the application that made the OBO request) and this application should use that token as the assertion.");
        }

        if (!directory.TryFindSession(read.Session, out var session))
        {
            return SignInError.InvalidGrant(7000114, $"Application '{client.ClientId}' is not allowed to make application on-behalf-of calls.");
        }

        return tokens.Give(request, session, asked);
    }
}
