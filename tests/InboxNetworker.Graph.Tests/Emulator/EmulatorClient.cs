using System.Text.Json.Nodes;
using Azure.Core;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>A running emulator with the two ways to speak with it: the real SDK and plain http.</summary>
internal sealed class EmulatorClient : IAsyncDisposable
{
    private EmulatorClient(GraphEmulatorHost host)
    {
        Host = host;
        Root = new Uri(host.BaseAddress, "v1.0/");
        Sdk = new GraphServiceClient(
            new AzureIdentityAuthenticationProvider(new FixedToken(), [host.BaseAddress.Host], null, true, "https://graph.microsoft.com/.default"),
            Root.ToString().TrimEnd('/'));
        Http = new HttpClient { BaseAddress = Root };
        Http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
    }

    public GraphEmulatorHost Host { get; }

    public Uri Root { get; }

    public GraphServiceClient Sdk { get; }

    public HttpClient Http { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<EmulatorClient> StartAsync(MailboxContent content, TimeProvider? time = null) =>
        new(await GraphEmulatorHost.StartAsync(content, new GraphEmulatorOptions { TimeProvider = time ?? new FixedTime(SmallMailbox.Now), Quirks = false }, Cancel));

    public static async Task<EmulatorClient> StartAsync(MailboxContent content, GraphEmulatorOptions options) =>
        new(await GraphEmulatorHost.StartAsync(content, options, Cancel));

    /// <summary>The answer as JSON; the address may be relative to the service root or a link the service gave.</summary>
    public async Task<JsonObject> GetJsonAsync(string address, string? prefer = null)
    {
        using var answer = await SendAsync(address, prefer);
        Assert.True(answer.IsSuccessStatusCode, $"{address} was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Cancel)}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!.AsObject();
    }

    /// <summary>Follows the links of one round of change tracking to its end.</summary>
    public async Task<(List<JsonObject> Items, string DeltaLink, int Pages)> DrainAsync(string address, string? prefer = null)
    {
        var items = new List<JsonObject>();
        for (var pages = 1; ; pages++)
        {
            var page = await GetJsonAsync(address, prefer);
            items.AddRange(page["value"]!.AsArray().Select(i => i!.AsObject()));
            if (page["@odata.deltaLink"] is { } deltaLink)
            {
                return (items, deltaLink.GetValue<string>(), pages);
            }

            address = page["@odata.nextLink"]!.GetValue<string>();
        }
    }

    /// <summary>The code and message of a refusal with the given status.</summary>
    public async Task<(string Code, string Message)> ErrorAsync(string address, int status)
    {
        using var answer = await SendAsync(address, null);
        Assert.Equal(status, (int)answer.StatusCode);
        return await ErrorOf(answer);
    }

    public static async Task<(string Code, string Message)> ErrorOf(HttpResponseMessage answer)
    {
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["error"]!;
        return (error["code"]!.GetValue<string>(), error["message"]!.GetValue<string>());
    }

    public async Task<HttpResponseMessage> SendAsync(string address, string? prefer, HttpMethod? method = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address) { Content = content };
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        return await Http.SendAsync(request, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Sdk.Dispose();
        Http.Dispose();
        await Host.DisposeAsync();
    }

    internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
