using System.Collections.Concurrent;
using InboxNetworker.GraphEmulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxNetworker.Api.Tests.Hosting;

/// <summary>Stands before the emulator: refuses or changes what a test says, for what the service does in one place and always.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _service;
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<string> _refused = new();

    private Gateway(WebApplication app, Uri service) => (_app, _service) = (app, service);

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The status a request is refused with, 200 with a page of HTML as where one has to agree to something first; null lets it through.</summary>
    public Func<HttpRequest, int?> Refuse { get; set; } = _ => null;

    /// <summary>The answer that goes on to the program, one character a byte.</summary>
    public Func<string, string> Change { get; set; } = answer => answer;

    /// <summary>Paths with their queries, in the order they were refused in.</summary>
    public IReadOnlyCollection<string> Refused => _refused;

    public static async Task<Gateway> StartAsync(GraphEmulatorHost emulator)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new Gateway(app, emulator.BaseAddress);
        app.Run(gateway.ServeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ServeAsync(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (Refuse(http.Request) is { } status)
        {
            _refused.Enqueue(target);
            http.Response.StatusCode = status;
            var isPage = status == StatusCodes.Status200OK;
            http.Response.ContentType = isPage ? "text/html" : "application/json";
            await http.Response.WriteAsync(isPage ? "<html></html>" : """{"error":{"code":"Refused","message":""}}""", http.RequestAborted);
            return;
        }

        // The links in an answer lead to the host that was asked: through here again.
        using var request = new HttpRequestMessage(HttpMethod.Parse(http.Request.Method), new Uri(_service, target)) { Headers = { Host = http.Request.Host.Value } };
        foreach (var name in (string[])["Authorization", "Prefer"])
        {
            request.Headers.TryAddWithoutValidation(name, http.Request.Headers[name].AsEnumerable());
        }

        using var answer = await _http.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var changed = Change(System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(http.RequestAborted)));
        await http.Response.Body.WriteAsync(System.Text.Encoding.Latin1.GetBytes(changed), http.RequestAborted);
    }
}
