using System.Globalization;
using System.Net;
using System.Security.Claims;
using InboxNetworker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InboxNetworker.Api.Tests.Hardening;

public sealed class RateLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_too_often_is_told_how_long_to_wait()
    {
        await using var api = await RunningApi.StartAsync("--InboxNetworker:Limits:RequestsPerMinute", "3");
        for (var i = 0; i < 3; i++)
        {
            await api.GetAsync("/api/reconnect");
        }

        using var refused = await api.Client.GetAsync("/api/reconnect", Cancellation);

        await ProblemAssert.SaysAsync(refused, HttpStatusCode.TooManyRequests, "then try again");
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);
        using var health = await api.Client.GetAsync("/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Zero_lifts_the_limit()
    {
        await using var api = await RunningApi.StartAsync("--InboxNetworker:Limits:RequestsPerMinute", "0");
        for (var i = 0; i < 1300; i++)
        {
            using var answer = await api.Client.GetAsync("/api/nothing", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_is_signed_in_has_a_share_of_their_own_and_everybody_else_one_by_address()
    {
        await using var api = await RunningApi.StartAsync(RunningApi.Now, services => services.AddTransient<IStartupFilter, SignInByHeader>(), "--InboxNetworker:Limits:RequestsPerMinute", "2");
        Assert.Equal([200, 200, 429], await AskAsync(api, "one", 3));
        Assert.Equal([200, 200, 429], await AskAsync(api, "other", 3));
        Assert.Equal([200, 200, 429], await AskAsync(api, null, 3));
    }

    private static async Task<IReadOnlyList<int>> AskAsync(RunningApi api, string? user, int times)
    {
        var told = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/reconnect");
            if (user is not null)
            {
                request.Headers.Add("X-Test-User", user);
            }

            using var answer = await api.Client.SendAsync(request, Cancellation);
            told.Add((int)answer.StatusCode);
        }

        return told;
    }

    /// <summary>In place of a sign-in, before everything else.</summary>
    private sealed class SignInByHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, onwards) =>
            {
                if (http.Request.Headers["X-Test-User"].ToString() is { Length: > 0 } user)
                {
                    http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("oid", user)], "test"));
                }

                return onwards(http);
            });
            next(app);
        };
    }
}
