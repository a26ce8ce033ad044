using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Service;

/// <summary>How tokens are refused.</summary>
internal static class AccessToken
{
    private const string Invalid = "InvalidAuthenticationToken";

    public static GraphError Empty { get; } = new(401, Invalid, "Access token is empty.");

    public static GraphError Expired { get; } = new(401, Invalid, "Lifetime validation failed, the token is expired.");

    public static void Challenge(HttpContext http) =>
        http.Response.Headers.WWWAuthenticate =
            "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"";
}
