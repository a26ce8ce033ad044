using InboxNetworker.GraphEmulator.SignIn.Grants;

namespace InboxNetworker.GraphEmulator.SignIn;

internal static class TokenEndpoint
{
    public static void MapToken(this IEndpointRouteBuilder root)
    {
        root.MapPost("/{tenant}/oauth2/v2.0/token", Serve);
        root.MapMethods("/{tenant}/oauth2/v2.0/token", [HttpMethods.Options], Results.NoContent);
    }

    private static async Task<IResult> Serve(
        HttpContext http,
        string tenant,
        TenantDirectory directory,
        ClientAuthentication authentication,
        AuthorizationCodes codes,
        DeviceCodes devices,
        UserTokens tokens,
        SigningKeys keys,
        TokenMaker maker,
        TokenReading reading)
    {
        if (!TenantName.IsKnown(tenant, directory))
        {
            return TenantName.Unknown(tenant);
        }

        if (!http.Request.HasFormContentType || await http.Request.ReadFormAsync(http.RequestAborted) is not { } form || form["grant_type"].ToString() is not { Length: > 0 } grant)
        {
            return SignInError.Missing("grant_type");
        }

        var (app, proof, error) = await authentication.OfAsync(http, form);
        if (error is not null || app is null)
        {
            return error!;
        }

        var request = new TokenRequest(http, form, app, proof);
        return grant switch
        {
            "authorization_code" => codes.Redeem(request, directory, tokens),
            "refresh_token" => RefreshGrants.Redeem(request, directory, tokens),
            "client_credentials" => ClientCredentialsGrant.Redeem(request, directory, keys, maker),
            "urn:ietf:params:oauth:grant-type:device_code" or "device_code" => devices.Redeem(request, tokens),
            "urn:ietf:params:oauth:grant-type:jwt-bearer" => await OnBehalfOfGrant.Redeem(request, directory, reading, tokens),
            _ => new SignInError(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{grant}'."),
        };
    }
}
