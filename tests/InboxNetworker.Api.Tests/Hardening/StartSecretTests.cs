using System.Net;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Hardening;

/// <summary>Who is let in where nobody signs in.</summary>
public sealed class StartSecretTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_the_secret_of_this_start_nothing_of_the_Api_is_answered(string? secret)
    {
        await using var api = await RunningApi.StartAsync();
        using var stranger = new HttpClient { BaseAddress = api.Address };
        if (secret is not null)
        {
            stranger.DefaultRequestHeaders.TryAddWithoutValidation(StartSecret.Header, secret);
        }

        foreach (var path in (string[])["/api/reconnect", "/API/Reconnect", "/api//reconnect", "/api/%72econnect", "/api/x/../reconnect", "/api/events", "/api/export", "/api/nothing", "/api/alerts/links", "/api/alerts/calendar/../settings"])
        {
            using var answer = await stranger.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            await ProblemAssert.SaysAsync(answer, HttpStatusCode.Unauthorized, "Reload this page");
        }

        using var erasing = await stranger.DeleteAsync("/api/data", Cancellation);
        await ProblemAssert.IsProblemAsync(erasing, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/preview.html")]
    [InlineData("/TaskPane.html")]
    public async Task The_pages_carry_the_secret_and_are_kept_by_nobody(string page)
    {
        await using var api = await RunningApi.StartAsync();
        using var browser = new HttpClient { BaseAddress = api.Address };

        var secret = await StartPage.SecretAsync(browser, page, Cancellation);
        using var answer = await browser.GetAsync(page, Cancellation);
        browser.DefaultRequestHeaders.Add(StartSecret.Header, secret);
        using var let = await browser.GetAsync("/api/sync", Cancellation);

        Assert.Equal(HttpStatusCode.OK, let.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.ETag);
        Assert.True(secret.Length * 6 >= 256);
    }

    [Fact]
    public async Task Each_start_has_a_secret_of_its_own()
    {
        await using var one = await RunningApi.StartAsync();
        await using var other = await RunningApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(other.Address, "/api/sync"));

        using var answer = await one.Client.SendAsync(request, Cancellation);

        await ProblemAssert.IsProblemAsync(answer, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_secret_in_an_address_is_worth_nothing()
    {
        await using var api = await RunningApi.StartAsync();
        using var stranger = new HttpClient { BaseAddress = api.Address };
        var secret = await StartPage.SecretAsync(stranger, "/", Cancellation);

        using var answer = await stranger.GetAsync($"/api/sync?{StartSecret.Header}={secret}", Cancellation);

        await ProblemAssert.IsProblemAsync(answer, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("GET", "/api/alerts/links/x", HttpStatusCode.Gone)]
    [InlineData("GET", "/api/alerts/calendar/x.ics", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/notifications?validationToken=x", HttpStatusCode.OK)]
    [InlineData("POST", "/api/notifications/lifecycle?validationToken=x", HttpStatusCode.OK)]
    public async Task What_is_opened_without_the_page_needs_no_secret(string method, string path, HttpStatusCode status)
    {
        await using var api = await RunningApi.StartAsync();
        using var stranger = new HttpClient { BaseAddress = api.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await stranger.SendAsync(request, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/reconnect", "Host", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/taskpane.html", "Host", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/sync", "Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/sync", "Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/reconnect", "Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("OPTIONS", "/api/sync", "Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/reconnect", "Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/reconnect", "Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/api/data", "Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/taskpane.html", "Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/reconnect", "Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task Another_sites_page_or_name_is_refused_though_it_has_the_secret(string method, string path, string header, string value, HttpStatusCode status)
    {
        await using var api = await RunningApi.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await api.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/taskpane.html", HttpStatusCode.OK)]
    [InlineData("/api/alerts/links/x", HttpStatusCode.Gone)]
    [InlineData("/api/export", HttpStatusCode.Forbidden)]
    public async Task Another_site_may_open_a_page_or_the_link_of_a_mail_and_nothing_else(string path, HttpStatusCode status)
    {
        await using var api = await RunningApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");

        using var answer = await api.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public void It_applies_in_every_mode_without_a_sign_in() =>
        Assert.All(Enum.GetValues<Mode>().Where(mode => mode.ToString() != "Organisation"), mode => Assert.True(StartSecret.Applies(new Settings { Mode = mode })));
}
