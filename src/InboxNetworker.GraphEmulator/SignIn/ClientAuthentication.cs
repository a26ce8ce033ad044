using System.Text;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>Finds out which client asks, and whether it is the one it says.</summary>
internal sealed class ClientAuthentication(TenantDirectory directory, ClientAssertions assertions)
{
    public static SignInError NothingShown { get; } =
        SignInError.InvalidClient(7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");

    /// <summary>The client and how it showed itself. A confidential client that showed nothing is for the grant to judge: a page in a browser has nothing to show.</summary>
    public async Task<(TenantApp? App, ClientProof Proof, SignInError? Error)> OfAsync(HttpContext http, IFormCollection form)
    {
        var (clientId, secret) = Basic(http) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (clientId.Length == 0)
        {
            return (null, ClientProof.None, SignInError.Missing("client_id"));
        }

        if (!directory.TryFindApp(clientId, out var app))
        {
            return (null, ClientProof.None, new SignInError(400, "unauthorized_client", 700016, $"Application with identifier '{clientId}' was not found in the directory '{directory.Options.Name}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant."));
        }

        var assertion = form["client_assertion"].ToString();
        if (app.Kind == TenantAppKind.Public)
        {
            return secret.Length + assertion.Length > 0
                ? (app, ClientProof.None, SignInError.InvalidClient(700025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented."))
                : (app, ClientProof.None, null);
        }

        if (assertion.Length > 0)
        {
            return form["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                ? (app, ClientProof.None, SignInError.InvalidClient(7000218, NothingShown.Message))
                : (app, ClientProof.Assertion, await assertions.RefusalAsync(app, assertion));
        }

        if (secret.Length == 0)
        {
            return (app, ClientProof.None, null);
        }

        return (app, ClientProof.Secret, secret == app.Secret
            ? null
            : SignInError.InvalidClient(7000215, $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app.ClientId}'."));
    }

    private static (string ClientId, string Secret)? Basic(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
    }
}
