namespace InboxNetworker.GraphEmulator.SignIn.Grants;

/// <summary>A token of the application itself, with what an administrator granted.</summary>
internal static class ClientCredentialsGrant
{
    public static IResult Redeem(TokenRequest request, TenantDirectory directory, SigningKeys keys, TokenMaker maker)
    {
        if (request.Proof == ClientProof.None)
        {
            return request.Client.Kind == TenantAppKind.Public
                ? new SignInError(400, "unauthorized_client", 700232, "The application is a public client and may not use the client credentials grant.")
                : ClientAuthentication.NothingShown;
        }

        if (!AskedScopes.TryParse(request["scope"], directory, out var asked, out var error))
        {
            return error;
        }

        if (asked.Names is not [{ IsDefault: true } only])
        {
            return new SignInError(400, "invalid_scope", 1002012, $"The provided value for scope {request["scope"]} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).");
        }

        var roles = only.Resource is null ? request.Client.ApplicationRoles : [];
        var claims = maker.Application(request.Client, request.Proof, only.Resource, roles);
        return new TokenAnswer(keys.Current.Sign(claims), directory.Options.AccessTokenLifetime);
    }
}
