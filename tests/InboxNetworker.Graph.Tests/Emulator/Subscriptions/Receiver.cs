using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InboxNetworker.Graph.Tests.Emulator.Subscriptions;

/// <summary>Who is told: answers the handshake, keeps what it receives, and answers it as a test wants.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Path, JsonObject Body)> _received = Channel.CreateUnbounded<(string, JsonObject)>();

    private Receiver(WebApplication app) => _app = app;

    /// <summary>How the handshake is answered; as it has to be, unless told.</summary>
    public Func<HttpContext, string, Task> OnValidation { get; set; } = (http, token) =>
    {
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(token);
    };

    /// <summary>How a notification is answered: 202, unless told.</summary>
    public Func<HttpContext, Task> OnNotification { get; set; } = http =>
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    };

    public List<string> Validated { get; } = [];

    public string Url => _app.Urls.First() + "/changes";

    public string LifecycleUrl => _app.Urls.First() + "/lifecycle";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.AnswerAsync);
        await receiver._app.StartAsync(EmulatorClient.Cancel);
        return receiver;
    }

    /// <summary>The next notification, waited for.</summary>
    public async Task<(string Path, JsonObject Body)> NextAsync() => await _received.Reader.ReadAsync(EmulatorClient.Cancel);

    public async Task<List<JsonObject>> NextValuesAsync() => [.. (await NextAsync()).Body["value"]!.AsArray().Select(v => v!.AsObject())];

    public bool HasMore => _received.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Query.TryGetValue("validationToken", out var token))
        {
            lock (Validated)
            {
                Validated.Add($"{http.Request.Path} {http.Request.ContentType}");
            }

            await OnValidation(http, token.ToString());
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var body = JsonNode.Parse(await reader.ReadToEndAsync(http.RequestAborted))!.AsObject();
        await OnNotification(http);
        _received.Writer.TryWrite((http.Request.Path.Value!, body));
    }
}
