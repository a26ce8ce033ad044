using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.Api.Tests.Auth;

/// <summary>Every endpoint of the description, asked by everybody who must not get an answer.</summary>
public sealed class IsolationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_endpoint_answers_a_token_that_is_wrong_in_any_way_and_nothing_changes()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync("--InboxNetworker:Limits:RequestsPerMinute", "0");
        using var ana = await company.EnterAsync(api, Company.Ana);
        var operations = await OperationsAsync(api, await IdsAsync(ana));
        var before = await StateAsync(ana);
        var failures = new List<string>();

        foreach (var (name, token) in WrongTokens(company))
        {
            using var client = Company.WithToken(api, token);
            foreach (var operation in operations.Where(o => !o.Open))
            {
                using var answer = await client.SendAsync(operation.Request(), HttpCompletionOption.ResponseHeadersRead, Cancellation);
                if (answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
                {
                    failures.Add($"{name}: {operation} answered {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(failures);
        Assert.True(operations.Count > 40, $"Only {operations.Count} operations were found.");
        Assert.Equal(before, await StateAsync(ana));
    }

    [Fact]
    public async Task Nobody_reaches_another_ones_people_alerts_or_addresses_not_even_who_administers_the_directory()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync("--InboxNetworker:Limits:RequestsPerMinute", "0");
        using var ana = await company.EnterAsync(api, Company.Ana);
        using var carla = company.As(api, Company.Carla, new MintedToken { Claims = new Dictionary<string, string?> { ["roles"] = "Administrator", ["wids"] = "62e90394-69f5-4237-9190-012177145e10" } });
        using var entered = await carla.PostAsync("/api/session/sign-in", null, Cancellation);
        entered.EnsureSuccessStatusCode();
        await Company.WaitAsync(carla);
        var operations = await OperationsAsync(api, await IdsAsync(ana));
        var before = await StateAsync(ana);
        var failures = new List<string>();

        foreach (var operation in operations.Where(o => !o.Streams && o.Path is not ("/api/data" or "/api/session/sign-out")))
        {
            using var answer = await carla.SendAsync(operation.Request(), Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            var told = operation.Path.Contains("only-anas", StringComparison.Ordinal) || operation.Body?.Contains("only-anas", StringComparison.Ordinal) == true; // what she said herself may come back
            if ((!told && text.Contains("only-anas", StringComparison.Ordinal)) || text.Contains("only Ana", StringComparison.Ordinal) || (int)answer.StatusCode >= 500
                || (operation.NamesAPerson && answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest)))
            {
                failures.Add($"{operation} answered {(int)answer.StatusCode}: {text[..Math.Min(200, text.Length)]}");
            }
        }

        Assert.Empty(failures);
        Assert.Contains(operations, o => o.NamesAPerson);
        Assert.Equal(before, await StateAsync(ana));
    }

    [Fact]
    public async Task Each_user_has_a_share_of_requests_of_their_own_though_all_come_from_one_address()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync("--InboxNetworker:Limits:RequestsPerMinute", "3");
        using var ana = company.As(api, Company.Ana);
        using var ben = company.As(api, Company.Ben);
        using var nobody = Company.WithToken(api, "forged");

        Assert.Equal([200, 200, 200, 429], await AskAsync(ana));
        Assert.Equal([200, 200, 200, 429], await AskAsync(ben));
        Assert.Equal([401, 401, 401, 429], await AskAsync(nobody));

        static async Task<List<int>> AskAsync(HttpClient client)
        {
            var answers = new List<int>();
            for (var i = 0; i < 4; i++)
            {
                using var answer = await client.GetAsync("/api/reconnect", Cancellation);
                answers.Add((int)answer.StatusCode);
            }

            return answers;
        }
    }

    [Fact]
    public async Task A_token_serves_again_when_the_service_has_changed_its_keys()
    {
        await using var company = await Company.WithConsentAsync();
        await using var api = await company.RunAsync();
        company.Tenant.RollKeys();
        using var ana = company.As(api, Company.Ana);

        using var answer = await ana.GetAsync("/api/reconnect", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Users_of_another_directory_come_in_only_where_it_is_let_in()
    {
        await using var company = await Company.WithConsentAsync();
        var foreign = company.Tenant.Tokens.Mint(Company.Ben, Company.ClientId, "access_as_user", new MintedToken { TenantId = Company.OtherTenant });
        await using (var closed = await company.RunAsync())
        {
            using var outside = Company.WithToken(closed, foreign);
            using var refused = await outside.GetAsync("/api/reconnect", Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        await using var open = await company.RunAsync("--InboxNetworker:SignIn:AllowedTenants", Company.OtherTenant);
        using var inside = Company.WithToken(open, foreign);
        using var answer = await inside.GetAsync("/api/reconnect", Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static IEnumerable<(string Name, string? Token)> WrongTokens(Company company)
    {
        var mint = company.Tenant.Tokens;
        yield return ("no token", null);
        yield return ("no token at all", "nonsense");
        yield return ("expired", Differing(new MintedToken { Lifetime = TimeSpan.FromMinutes(-5) }));
        yield return ("not yet good", Differing(new MintedToken { NotBefore = TimeSpan.FromMinutes(10) }));
        yield return ("for Graph", mint.Mint(Company.Ana, "https://graph.microsoft.com", "Mail.ReadBasic access_as_user"));
        yield return ("for another program", mint.Mint(Company.Ana, "11111111-2222-4333-8444-555555555555", "access_as_user"));
        yield return ("of another issuer", Differing(new MintedToken { Issuer = "https://login.example.com/" + company.Tenant.TenantId + "/v2.0" }));
        yield return ("of an older issuer", Differing(new MintedToken { Issuer = $"https://sts.windows.net/{company.Tenant.TenantId}/" }));
        yield return ("of another directory", Differing(new MintedToken { TenantId = Company.OtherTenant }));
        yield return ("naming another directory than its issuer", Differing(new MintedToken { Claims = new Dictionary<string, string?> { ["tid"] = Company.OtherTenant } }));
        yield return ("without a directory", Differing(new MintedToken { Claims = new Dictionary<string, string?> { ["tid"] = null } }));
        yield return ("of nobody", Differing(new MintedToken { Claims = new Dictionary<string, string?> { ["oid"] = null } }));
        yield return ("of somebody without an id", Differing(new MintedToken { Claims = new Dictionary<string, string?> { ["oid"] = "1 OR 1=1" } }));
        yield return ("alg none", Differing(new MintedToken { Signature = MintedSignature.None }));
        yield return ("HS256 with the public key", Differing(new MintedToken { Signature = MintedSignature.PublicKeyAsSecret }));
        yield return ("of another key", Differing(new MintedToken { Signature = MintedSignature.OtherKey }));
        yield return ("of an unknown key", Differing(new MintedToken { Signature = MintedSignature.UnknownKey }));
        yield return ("changed after it was signed", Differing(new MintedToken { Signature = MintedSignature.Tampered }));
        yield return ("without the scope", mint.Mint(Company.Ana, Company.ClientId, "something_else"));
        yield return ("with a scope that only begins alike", mint.Mint(Company.Ana, Company.ClientId, "access_as_user2 access_as_use"));
        yield return ("without any scope", Differing(new MintedToken { Claims = new Dictionary<string, string?> { ["scp"] = null } }));
        yield return ("of an application", mint.MintForApplication(company.App, Company.ClientId, ["access_as_user"]));

        string Differing(MintedToken how) => mint.Mint(Company.Ana, Company.ClientId, "access_as_user", how);
    }

    /// <summary>What Ana would notice if somebody had done something in her mailbox.</summary>
    private static async Task<string> StateAsync(HttpClient ana)
    {
        var state = new StringBuilder();
        foreach (var path in new[] { "/api/sync", "/api/contacts?query=only", "/api/templates", "/api/alerts/settings", "/api/retention", "/api/forgotten", "/api/filtered", "/api/audit", "/api/session", "/api/owner" })
        {
            state.AppendLine(await ana.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
        }

        return state.ToString();
    }

    private static async Task<Dictionary<string, string>> IdsAsync(HttpClient ana)
    {
        var found = await JsonAsync(ana, "/api/contacts/lookup?address=zoe.only-anas@there.example");
        return new(StringComparer.Ordinal)
        {
            ["id"] = found.GetProperty("contact").GetProperty("id").GetString()!,
            ["address"] = "zoe.only-anas@there.example",
            ["intent"] = "checkIn",
            ["name"] = "Mail.Send",
        };
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
        return document.RootElement.Clone();
    }

    /// <summary>Every operation of the description, with a body that would be taken.</summary>
    private static async Task<List<Operation>> OperationsAsync(RunningApi api, Dictionary<string, string> ids)
    {
        var description = JsonNode.Parse(await api.Client.GetStringAsync("/openapi/v1.json", Cancellation))!;
        var operations = new List<Operation>();
        foreach (var (path, methods) in description["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var filled = ids.Aggregate(path, (text, id) => text.Replace($"{{{id.Key}}}", Uri.EscapeDataString(id.Value), StringComparison.Ordinal));
                Assert.DoesNotContain("{", filled, StringComparison.Ordinal);
                var schema = operation!["requestBody"]?["content"]?["application/json"]?["schema"];
                operations.Add(new Operation(
                    new HttpMethod(method.ToUpperInvariant()),
                    filled,
                    schema is null ? null : Example(description, schema, ids).ToJsonString(),
                    path.Contains("/contacts/{id}", StringComparison.Ordinal) || path.Contains("/alerts/{id}", StringComparison.Ordinal)));
            }
        }

        return operations;
    }

    private static JsonNode Example(JsonNode description, JsonNode schema, Dictionary<string, string> ids)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Example(description, description["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!, ids);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            return Example(description, choices.First(c => c!["type"]?.ToJsonString() != "\"null\"")!, ids);
        }

        if (schema["enum"] is JsonArray { Count: > 0 } names)
        {
            return names[0]!.DeepClone();
        }

        if (schema["properties"] is JsonObject properties)
        {
            return new JsonObject(properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, p.Key is "with" or "contact" ? ids["id"] : p.Key == "address" ? ids["address"] : Example(description, p.Value!, ids))));
        }

        var type = schema["type"]?.ToJsonString() ?? string.Empty;
        return type.Contains("array", StringComparison.Ordinal) ? new JsonArray()
            : type.Contains("boolean", StringComparison.Ordinal) ? JsonValue.Create(true)
            : type.Contains("integer", StringComparison.Ordinal) || type.Contains("number", StringComparison.Ordinal) ? JsonValue.Create(1)
            : JsonValue.Create("text");
    }

    private sealed record Operation(HttpMethod Method, string Path, string? Body, bool NamesAPerson)
    {
        /// <summary>Says how to sign in, to everybody.</summary>
        public bool Open => Path == "/api/session" && Method == HttpMethod.Get;

        public bool Streams => Path.EndsWith("/events", StringComparison.Ordinal);

        public HttpRequestMessage Request() => new(Method, Path) { Content = Body is null ? null : new StringContent(Body, new MediaTypeHeaderValue("application/json")) };

        public override string ToString() => $"{Method} {Path}";
    }
}
