using System.Net.Mime;
using System.Text.Json;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>What clients and services read before they trust anything: where the endpoints are, which keys sign.</summary>
internal static class DiscoveryEndpoints
{
    public static void MapDiscovery(this IEndpointRouteBuilder root)
    {
        root.MapGet("/common/discovery/instance", Instance);
        root.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", Configuration);
        root.MapGet("/{tenant}/.well-known/openid-configuration", Configuration);
        root.MapGet("/{tenant}/discovery/v2.0/keys", (string tenant, TenantDirectory directory, SigningKeys keys) =>
            TenantName.IsKnown(tenant, directory) ? Json(json => keys.Write(json, directory.Issuer)) : TenantName.Unknown(tenant));
        root.MapGet("/{tenant}/discovery/keys", (string tenant, TenantDirectory directory, SigningKeys keys) =>
            TenantName.IsKnown(tenant, directory) ? Json(json => keys.Write(json, directory.Issuer)) : TenantName.Unknown(tenant));
    }

    /// <summary>Whether an authority is genuine, and by which names it goes. Some clients leave out the port, some do not.</summary>
    private static IResult Instance(HttpContext http, TenantDirectory directory)
    {
        var authority = new Uri(directory.Authority);
        if (!Uri.TryCreate(http.Request.Query["authorization_endpoint"], UriKind.Absolute, out var asked)
            || !((asked.IsLoopback && asked.Port == authority.Port) || asked.Host == TenantHandler.KnownHost))
        {
            return new SignInError(400, "invalid_instance", 50049, "Unknown or invalid instance.");
        }

        return Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("tenant_discovery_endpoint", $"{directory.Authority}{asked.AbsolutePath.Split('/')[1]}/v2.0/.well-known/openid-configuration");
            json.WriteString("api-version", "1.1");
            json.WriteStartArray("metadata");
            foreach (var name in new[] { authority.Authority, asked.Authority, asked.Host, TenantHandler.KnownHost }.Distinct())
            {
                json.WriteStartObject();
                json.WriteString("preferred_network", name);
                json.WriteString("preferred_cache", name);
                json.WriteStartArray("aliases");
                json.WriteStringValue(name);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static IResult Configuration(string tenant, TenantDirectory directory)
    {
        if (!TenantName.IsKnown(tenant, directory))
        {
            return TenantName.Unknown(tenant);
        }

        var root = directory.Authority + tenant;

        // Asked about no tenant in particular, the service leaves a place to put the token's own.
        var issuer = TenantName.IsForAnyTenant(tenant) ? directory.Authority + "{tenantid}/v2.0" : directory.Issuer;
        return Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("token_endpoint", root + "/oauth2/v2.0/token");
            Array(json, "token_endpoint_auth_methods_supported", "client_secret_post", "private_key_jwt", "client_secret_basic");
            json.WriteString("jwks_uri", root + "/discovery/v2.0/keys");
            Array(json, "response_modes_supported", "query", "fragment", "form_post");
            Array(json, "subject_types_supported", "pairwise");
            Array(json, "id_token_signing_alg_values_supported", "RS256");
            Array(json, "response_types_supported", "code");
            Array(json, "scopes_supported", "openid", "profile", "email", "offline_access");
            json.WriteString("issuer", issuer);
            json.WriteBoolean("request_uri_parameter_supported", false);
            json.WriteString("userinfo_endpoint", "https://graph.microsoft.com/oidc/userinfo");
            json.WriteString("authorization_endpoint", root + "/oauth2/v2.0/authorize");
            json.WriteString("device_authorization_endpoint", root + "/oauth2/v2.0/devicecode");
            json.WriteBoolean("http_logout_supported", true);
            json.WriteBoolean("frontchannel_logout_supported", true);
            json.WriteString("end_session_endpoint", root + "/oauth2/v2.0/logout");
            Array(json, "claims_supported", "sub", "iss", "cloud_instance_name", "cloud_instance_host_name", "cloud_graph_host_name", "msgraph_host", "aud", "exp", "iat", "auth_time", "acr", "nonce", "preferred_username", "name", "tid", "ver", "at_hash", "c_hash", "email");
            json.WriteNull("tenant_region_scope");
            json.WriteString("cloud_instance_name", new Uri(directory.Authority).Authority);
            json.WriteString("cloud_graph_host_name", "graph.windows.net");
            json.WriteString("msgraph_host", "graph.microsoft.com");
            json.WriteEndObject();
        });
    }

    private static void Array(Utf8JsonWriter json, string name, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static IResult Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return Results.Text(buffer.ToArray(), MediaTypeNames.Application.Json + "; charset=utf-8");
    }
}
