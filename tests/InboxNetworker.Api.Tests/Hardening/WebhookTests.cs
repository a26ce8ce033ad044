using System.Net;
using System.Text;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Hardening;

/// <summary>The one address that anybody may post to.</summary>
public sealed class WebhookTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a\r\nSet-Cookie: x=y")]
    [InlineData("\u202Etxet")]
    public async Task A_token_to_be_repeated_is_repeated_as_plain_text_and_nothing_else(string token)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await PostAsync(api, $"/api/notifications?validationToken={Uri.EscapeDataString(token)}", "");

        Assert.Equal(token, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(2048, HttpStatusCode.OK)]
    [InlineData(2049, HttpStatusCode.BadRequest)]
    public async Task A_token_longer_than_the_service_makes_them_is_not_repeated(int length, HttpStatusCode status)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await PostAsync(api, "/api/notifications?validationToken=" + new string('a', length), "");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? length : 0, (await answer.Content.ReadAsStringAsync(Cancellation)).Count(c => c == 'a' && status == HttpStatusCode.OK));
    }

    public static TheoryData<string> Hostile =>
    [
        """{"value":[{"subscriptionId":7}]}""",
        """{"value":{"subscriptionId":"x"}}""",
        """{"value":[[]]}""",
        """{"value":[{"clientState":{"a":1},"subscriptionId":"x"}]}""",
        "{\"value\":" + new string('[', 5_000),
        "\0",
        JsonSerializer.Serialize(new { value = Enumerable.Range(0, 1_001).Select(i => new { subscriptionId = $"s{i}", clientState = "guessed" }) }),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_message_is_refused_and_asks_the_store_nothing(string body)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await PostAsync(api, "/api/notifications", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, (await api.GetAsync("/api/sync")).GetProperty("notifications").GetProperty("dropped").GetInt32());
    }

    [Theory]
    [InlineData("""{"value":[{"subscriptionId":"' OR 1=1 --","clientState":null}]}""")]
    [InlineData("""{"value":[{"subscriptionId":"x\u0000","clientState":"\ud800"}]}""")]
    [InlineData("""{"value":[{}]}""")]
    public async Task A_message_without_the_secret_of_a_subscription_is_dropped(string body)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await PostAsync(api, "/api/notifications", body);

        Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.BadRequest);
        Assert.Equal(0, (await api.GetAsync("/api/sync")).GetProperty("notifications").GetProperty("received").GetInt32());
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningApi api, string path, string body)
    {
        using var stranger = new HttpClient { BaseAddress = api.Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await stranger.PostAsync(path, content, Cancellation);
    }
}
