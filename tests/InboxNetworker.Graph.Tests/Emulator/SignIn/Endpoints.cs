using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.SignIn;
using InboxNetworker.Tests.SignIn;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>An answer of the token endpoint.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonObject Body, HttpResponseMessage Message)
{
    public string? this[string name] => Body[name]?.GetValue<string>();

    /// <summary>The status, the error and the number after <c>AADSTS</c>, as <c>400 invalid_grant 54005</c>.</summary>
    public string Refusal => $"{(int)Status} {this["error"]} {Body["error_codes"]?[0]}";
}

/// <summary>The sign-in service spoken to without a library, so that a request can be wrong in one way.</summary>
internal sealed class Endpoints(Northwind northwind) : IDisposable
{
    public const string Verifier = "a-verifier-of-at-least-forty-three-characters-000";

    private readonly HttpClient _http = northwind.CreateClient();

    public static string Challenge { get; } = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public string? Origin { get; set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Dictionary<string, string> Fields(params IEnumerable<(string Name, string? Value)> fields) =>
        fields.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value!);

    public async Task<Answer> PostAsync(IReadOnlyDictionary<string, string> fields, string path = "oauth2/v2.0/token", string? tenant = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(northwind.Tenant.Authority, $"{tenant ?? northwind.Tenant.TenantId}/{path}")) { Content = new FormUrlEncodedContent(fields) };
        if (Origin is not null)
        {
            request.Headers.Add("Origin", Origin);
        }

        var answer = await _http.SendAsync(request, Cancel);
        return new Answer(answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!.AsObject(), answer);
    }

    public async Task<JsonObject> GetAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(new Uri(northwind.Tenant.Authority, path), Cancel))!.AsObject();

    public Uri Authorize(TenantApp app, string redirect, string scope, params IEnumerable<(string Name, string? Value)> further)
    {
        var query = Fields([("client_id", app.ClientId), ("response_type", "code"), ("redirect_uri", redirect), ("scope", scope), ("state", "st&te"), ("nonce", "n-1"), ("code_challenge", Challenge), ("code_challenge_method", "S256")]);
        foreach (var (name, value) in further)
        {
            query.Remove(name);
            if (value is not null)
            {
                query[name] = value;
            }
        }

        return new Uri(northwind.Tenant.Authority, $"{northwind.Tenant.TenantId}/oauth2/v2.0/authorize?{string.Join('&', query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"))}");
    }

    /// <summary>A code for the desktop client, Mara having accepted.</summary>
    public async Task<string> CodeAsync(TenantApp? app = null, string redirect = "http://localhost:5555", string scope = "openid offline_access Mail.ReadBasic", params IEnumerable<(string Name, string? Value)> further)
    {
        using var visitor = new Visitor(northwind.Tenant);
        await visitor.GoAsync(Authorize(app ?? northwind.Desktop, redirect, scope, [("login_hint", Northwind.Mara.Upn), .. further]), Cancel);
        if (visitor.Left is null)
        {
            await visitor.PressAsync("Accept", Cancel);
        }

        return Query(visitor.Left!)["code"];
    }

    /// <summary>The fields in the query or the fragment of an address.</summary>
    public static Dictionary<string, string> Query(Uri address) => (address.Fragment.Length > 0 ? address.Fragment : address.Query)[1..]
        .Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));

    public Dictionary<string, string> Redeeming(string code, TenantApp? app = null, string redirect = "http://localhost:5555", string? verifier = Verifier) =>
        Fields([("grant_type", "authorization_code"), ("client_id", (app ?? northwind.Desktop).ClientId), ("code", code), ("redirect_uri", redirect), ("code_verifier", verifier), ("client_info", "1")]);

    public void Dispose() => _http.Dispose();
}
