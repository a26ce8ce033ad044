using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace InboxNetworker.Api.Tests.Hardening;

public sealed class SecurityHeadersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/preview.html")]
    [InlineData("/taskpane.html")]
    public async Task A_page_runs_scripts_of_its_own_and_of_Office_and_stands_in_Outlook_alone(string page)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await api.Client.GetAsync(page, Cancellation);

        var policy = Policy(answer);
        Assert.DoesNotContain("unsafe", string.Join(' ', policy.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy.Values.SelectMany(v => v.Split(' ')));
        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal("'self' https://appsforoffice.microsoft.com", policy["script-src"]);
        Assert.Equal("'self'", policy["style-src"]);
        Assert.Equal("'self'", policy["connect-src"]);
        Assert.Equal("'none'", policy["object-src"]);
        Assert.Equal("'none'", policy["base-uri"]);
        Assert.Equal("'none'", policy["form-action"]);
        Assert.Contains("https://outlook.cloud.microsoft", policy["frame-ancestors"], StringComparison.Ordinal);
        Assert.All(policy["frame-ancestors"].Split(' ').Skip(1), host => Assert.Matches(@"^https://(\*\.office(365)?\.com|[a-z-]+\.office(365)?\.(com|us)|outlook\.cloud\.microsoft|outlook\.live\.com|partner\.outlook\.cn)$", host));
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.False(answer.Headers.Contains("Cross-Origin-Opener-Policy"));
    }

    [Fact]
    public async Task A_page_may_ask_the_origins_that_were_named_to_it_besides()
    {
        await using var api = await RunningApi.StartAsync(RunningApi.Now, services => services.AddSingleton(new TrustedOrigin("https://login.example")));

        using var answer = await api.Client.GetAsync("/taskpane.html", Cancellation);

        Assert.Equal("'self' https://login.example", Policy(answer)["connect-src"]);
        Assert.Equal("'self' https://login.example", Policy(answer)["frame-src"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/sync")]
    [InlineData("/api/nothing")]
    [InlineData("/api/contacts/1?limit=x")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/assets/icons/icon-32.png")]
    [InlineData("/nothing")]
    public async Task Every_answer_is_taken_for_what_it_says_and_tells_nobody_where_it_was(string path)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await api.Client.GetAsync(path, Cancellation);

        Assert.Equal("nosniff", Single(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Single(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Single(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal(path.StartsWith("/assets/icons", StringComparison.Ordinal) ? "cross-origin" : "same-origin", Single(answer, "Cross-Origin-Resource-Policy"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/api/sync")]
    [InlineData("/api/nothing")]
    [InlineData("/api/reconnect?limit=x")]
    public async Task An_answer_of_the_Api_is_kept_by_nobody_and_is_no_page(string path)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await api.Client.GetAsync(path, Cancellation);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("'none'", Policy(answer)["default-src"]);
        Assert.Equal("'none'", Policy(answer)["frame-ancestors"]);
    }

    [Theory]
    [InlineData("https", "network.example.com", null, true)]
    [InlineData("https", "localhost", null, false)]
    [InlineData("https", "127.0.0.1", "https://network.example.com", false)]
    [InlineData("http", "network.example.com", null, false)]
    [InlineData("http", "network.example.com", "https://network.example.com", true)] // behind a proxy
    public async Task Only_a_public_name_that_was_reached_by_https_stays_with_https(string scheme, string host, string? publicUrl, bool stays)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(new Settings { Notifications = new NotificationSettings { PublicUrl = publicUrl is null ? null : new Uri(publicUrl) } });
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        var begin = new BeginningAnswer();
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Features.Set<IHttpResponseFeature>(begin);
        (http.Request.Scheme, http.Request.Host) = (scheme, new HostString(host));

        await ((IApplicationBuilder)app).Build()(http);
        await begin.StartAsync();

        Assert.Equal(stays ? "max-age=31536000" : string.Empty, http.Response.Headers.StrictTransportSecurity.ToString());
    }

    private static Dictionary<string, string> Policy(HttpResponseMessage answer) =>
        Single(answer, "Content-Security-Policy").Split("; ").Select(d => d.Split(' ', 2)).ToDictionary(d => d[0], d => d[1]);

    private static string Single(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));

    private sealed class BeginningAnswer : HttpResponseFeature
    {
        private Func<Task> _starting = () => Task.CompletedTask;

        public override void OnStarting(Func<object, Task> callback, object state) => _starting = () => callback(state);

        public Task StartAsync() => _starting();
    }
}
