using System.Collections.Concurrent;
using InboxNetworker.Graph.Tests.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace InboxNetworker.Graph.Tests.Reading;

/// <summary>A service whose answers lead elsewhere.</summary>
public sealed class OneHostTests
{
    public static TheoryData<string> Elsewhere =>
    [
        "http://localhost:{own}/v1.0/me/next", "http://127.0.0.1:{other}/v1.0/me/next", "https://127.0.0.1:{own}/v1.0/me/next", "http://127.0.0.1:{own}@127.0.0.1:{other}/v1.0/me/next",
        "ftp://127.0.0.1:{own}/x", "file:///etc/passwd", "javascript:alert(1)", "nonsense", "//127.0.0.1:{other}/v1.0/me/next",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task A_link_that_leads_elsewhere_is_not_followed(string link)
    {
        await using var other = await Server.StartAsync();
        await using var service = await Server.StartAsync();
        var next = link.Replace("{own}", $"{service.Port}", StringComparison.Ordinal).Replace("{other}", $"{other.Port}", StringComparison.Ordinal);
        service.Answer = http => http.Response.WriteAsync($$"""{"value":[],"@odata.nextLink":"{{next}}"}""");
        using var connection = new GraphConnection(new Uri(service.Address, "v1.0"), new EmulatorCredential(TimeProvider.System), TimeProvider.System);

        var pages = await new GraphMailbox(connection).MessagesAsync("inbox", null, 10, EmulatorClient.Cancel).ToListAsync(EmulatorClient.Cancel);

        Assert.Equal([null, GraphProblemKind.Refused], pages.Select(p => p.Problem?.Kind));
        Assert.Single(service.Asked);
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task A_redirect_elsewhere_is_not_followed_and_one_within_the_service_is()
    {
        await using var other = await Server.StartAsync();
        await using var service = await Server.StartAsync();
        using var connection = new GraphConnection(new Uri(service.Address, "v1.0"), new EmulatorCredential(TimeProvider.System), TimeProvider.System);

        service.Answer = http => Redirect(http, new Uri(other.Address, "/v1.0/x"));
        var refused = await new GraphMailbox(connection).MessagesAsync("inbox", null, 10, EmulatorClient.Cancel).FirstAsync(EmulatorClient.Cancel);
        service.Answer = http => http.Request.Path == "/v1.0/moved" ? http.Response.WriteAsync("""{"value":[],"@odata.deltaLink":"d"}""") : Redirect(http, new Uri("/v1.0/moved", UriKind.Relative));
        var followed = await new GraphMailbox(connection).MessagesAsync("inbox", null, 10, EmulatorClient.Cancel).FirstAsync(EmulatorClient.Cancel);

        Assert.Equal(GraphProblemKind.Refused, refused.Problem?.Kind);
        Assert.Empty(other.Asked);
        Assert.Null(followed.Problem);
        Assert.All(service.Asked, asked => Assert.StartsWith("Bearer ", asked, StringComparison.Ordinal));
    }

    private static Task Redirect(HttpContext http, Uri to)
    {
        http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        http.Response.Headers.Location = to.ToString();
        return Task.CompletedTask;
    }

    private sealed class Server : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Server(WebApplication app) => _app = app;

        public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("{}");

        /// <summary>The authorization of each request.</summary>
        public ConcurrentQueue<string> Asked { get; } = new();

        public Uri Address => new(_app.Urls.Single());

        public int Port => Address.Port;

        public static async Task<Server> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var server = new Server(builder.Build());
            server._app.Run(http =>
            {
                server.Asked.Enqueue(http.Request.Headers.Authorization.ToString());
                http.Response.ContentType = "application/json";
                return server.Answer(http);
            });
            await server._app.StartAsync(EmulatorClient.Cancel);
            return server;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
