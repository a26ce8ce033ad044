using System.Globalization;
using System.Text.Json;

namespace InboxNetworker.GraphEmulator.SignIn.Grants;

/// <summary>What a client gets for a grant.</summary>
internal sealed record TokenAnswer(string AccessToken, TimeSpan Lifetime) : IResult
{
    /// <summary>Null where the answer does not name them: an application's own token.</summary>
    public string? Scope { get; init; }

    public string? RefreshToken { get; init; }

    /// <summary>Null unless the refresh token ends for a page in a browser: 24 hours after the sign-in.</summary>
    public TimeSpan? RefreshTokenLifetime { get; init; }

    public string? IdToken { get; init; }

    public string? ClientInfo { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("token_type", "Bearer");
        Text("scope", Scope);
        json.WriteNumber("expires_in", (long)Lifetime.TotalSeconds);
        json.WriteNumber("ext_expires_in", (long)Lifetime.TotalSeconds);
        json.WriteString("access_token", AccessToken);
        Text("refresh_token", RefreshToken);
        if (RefreshTokenLifetime is { } left)
        {
            json.WriteNumber("refresh_token_expires_in", (long)left.TotalSeconds);
        }

        Text("id_token", IdToken);
        Text("client_info", ClientInfo);
        json.WriteEndObject();

        void Text(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }
}

/// <summary>What a client sent to the token endpoint, its identity already shown.</summary>
internal sealed record TokenRequest(HttpContext Http, IFormCollection Form, TenantApp Client, ClientProof Proof)
{
    /// <summary>Null when absent or empty.</summary>
    public string? this[string name] => Form[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A browser names the page that asks; nothing else does.</summary>
    public bool IsCrossOrigin => Http.Request.Headers.Origin.Count > 0;

    /// <summary>Whether the client declares that it can sign the user in again before a token ends.</summary>
    public bool HandlesClaims => this["claims"] is { } claims && claims.Contains("\"cp1\"", StringComparison.OrdinalIgnoreCase);
}
