using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using InboxNetworker.Api.Tests.ExactlyOnce;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Control;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.Subscriptions;
using Microsoft.Extensions.Time.Testing;

namespace InboxNetworker.Api.Tests.Mailboxes;

public sealed class NotificationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_read_as_soon_as_the_service_tells_of_it()
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await SubscribedAsync(emulator);
        var before = (await api.GetAsync("/api/sync")).GetProperty("messagesRead").GetInt32();

        emulator.Control.AddMessage(new NewMessage("inbox", new Recipient("Ana Fox", "ana.fox@there.example"), [new Recipient("Olga Owner", "owner@here.example")], "Told at once"));

        await foreach (var status in api.WatchAsync())
        {
            if (status.GetProperty("state").GetString() == "ready" && status.GetProperty("messagesRead").GetInt32() == before + 1)
            {
                Assert.True(status.GetProperty("notifications").GetProperty("received").GetInt32() > 0);
                break;
            }
        }
    }

    [Fact]
    public async Task What_does_not_carry_the_secret_is_dropped_and_counted()
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await SubscribedAsync(emulator);
        var id = (await EmulatorJsonAsync(emulator, "v1.0/subscriptions")).GetProperty("value")[0].GetProperty("id").GetString();

        using var wrong = await api.PostAsync("/api/notifications", new { value = new object[] { new { subscriptionId = id, clientState = "guessed", changeType = "created" }, new { subscriptionId = Guid.NewGuid(), changeType = "created" } } });

        Assert.Equal(HttpStatusCode.Accepted, wrong.StatusCode);
        var told = (await api.GetAsync("/api/sync")).GetProperty("notifications");
        Assert.Equal(2, told.GetProperty("dropped").GetInt32());
        Assert.Equal(0, told.GetProperty("received").GetInt32());
    }

    [Fact]
    public async Task An_erasure_ends_the_subscriptions_at_the_service()
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await SubscribedAsync(emulator);

        (await api.Client.DeleteAsync("/api/data", Cancellation)).EnsureSuccessStatusCode();

        Assert.Empty(await SubscriptionIdsAsync(emulator));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"value\":null}")]
    [InlineData("[]")]
    [InlineData("{\"value\":[null]}")]
    public async Task What_is_no_notification_is_refused(string body)
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await SubscribedAsync(emulator);

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await api.Client.PostAsync("/api/notifications", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_subscription_that_was_removed_is_made_again()
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await SubscribedAsync(emulator);
        var before = await SubscriptionIdsAsync(emulator);

        Assert.True(emulator.TellLifecycle(before[0], LifecycleEvent.SubscriptionRemoved));

        await Until(async () => (await SubscriptionIdsAsync(emulator)).Except(before).Any());
    }

    [Fact]
    public async Task A_permission_that_could_not_be_shown_again_at_once_is_shown_with_the_next_reading()
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await SubscribedAsync(emulator);
        var (ids, first) = (await SubscriptionIdsAsync(emulator), await ExpiryAsync(emulator));
        _time.Advance(TimeSpan.FromHours(1));
        emulator.SetGrantedScopes("");
        Assert.All(ids, id => Assert.True(emulator.TellLifecycle(id, LifecycleEvent.ReauthorizationRequired)));
        await Until(async () => emulator.Requests.Any(r => r.Status == 403) && (await api.GetAsync("/api/sync")).GetProperty("notifications").GetProperty("received").GetInt32() == 2);

        emulator.SetGrantedScopes(null);
        await api.ReadAgainAsync();

        await Until(async () => await ExpiryAsync(emulator) > first);
        Assert.Equal(ids.Order(), (await SubscriptionIdsAsync(emulator)).Order());
    }

    [Fact]
    public async Task A_new_public_address_is_told_to_the_service_and_the_old_one_taken_back()
    {
        using var folder = new TestFolder();
        await using var emulator = await EmulatorAsync();
        string[] store = ["--InboxNetworker:Store:File", folder.At("store.db")];
        await using (await SubscribedAsync(emulator, store))
        {
        }

        await using var api = await SubscribedAsync(emulator, store);

        var told = (await EmulatorJsonAsync(emulator, "v1.0/subscriptions")).GetProperty("value").EnumerateArray().ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, s => Assert.Equal(new Uri(api.Address, "/api/notifications").ToString(), s.GetProperty("notificationUrl").GetString()));
    }

    [Fact]
    public async Task A_subscription_is_renewed_long_before_it_ends()
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await SubscribedAsync(emulator);
        var first = await ExpiryAsync(emulator);

        api.Time.Advance(TimeSpan.FromDays(5));

        await Until(async () => await ExpiryAsync(emulator) > first);
        Assert.True(first - RunningApi.Now <= TimeSpan.FromMinutes(10_080));
    }

    [Fact]
    public async Task The_public_name_opens_the_two_addresses_and_nothing_else()
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await RunningApi.StartAsync("--graph", emulator.BaseAddress.GetLeftPart(UriPartial.Authority), "--InboxNetworker:Notifications:PublicUrl", "https://network.example.com");

        Assert.Equal(HttpStatusCode.OK, await As("network.example.com", HttpMethod.Post, "/api/notifications?validationToken=a%20b"));
        Assert.Equal(HttpStatusCode.OK, await As("network.example.com", HttpMethod.Post, "/api/notifications/lifecycle?validationToken=x"));
        Assert.Equal(HttpStatusCode.BadRequest, await As("other.example.com", HttpMethod.Post, "/api/notifications?validationToken=x"));
        Assert.Equal(HttpStatusCode.BadRequest, await As("network.example.com", HttpMethod.Get, "/api/sync"));
        Assert.Equal(HttpStatusCode.BadRequest, await As("network.example.com", HttpMethod.Post, "/api/sync"));

        async Task<HttpStatusCode> As(string host, HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { Host = host } };
            using var answer = await api.Client.SendAsync(request, Cancellation);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_handshake_gives_back_the_token_as_plain_text()
    {
        await using var emulator = await EmulatorAsync();
        await using var api = await RunningApi.StartAsync("--graph", emulator.BaseAddress.GetLeftPart(UriPartial.Authority));

        using var answer = await api.Client.PostAsync("/api/notifications?validationToken=Validation%3a+Testing%20%3cb%3e", null, Cancellation);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Validation: Testing <b>", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private readonly FakeTimeProvider _time = new(RunningApi.Now);

    private Task<GraphEmulatorHost> EmulatorAsync() => GraphEmulatorHost.StartAsync(new Story(4).Content, new GraphEmulatorOptions { TimeProvider = _time }, Cancellation);

    /// <summary>Started with a public address, read, and subscribed to both.</summary>
    private async Task<RunningApi> SubscribedAsync(GraphEmulatorHost emulator, params string[] options)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var api = await RunningApi.StartAsync(
            _time,
            ["--graph", emulator.BaseAddress.GetLeftPart(UriPartial.Authority),
            "--urls", $"http://127.0.0.1:{port}",
            "--InboxNetworker:Notifications:PublicUrl", $"http://127.0.0.1:{port}",
            .. options]);
        await api.WaitForReadingAsync();
        Assert.Equal(2, (await api.GetAsync("/api/sync")).GetProperty("notifications").GetProperty("subscriptions").GetInt32());
        return api;
    }

    private static async Task<JsonElement> EmulatorJsonAsync(GraphEmulatorHost emulator, string path)
    {
        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "test");
        return await client.GetFromJsonAsync<JsonElement>(path, Cancellation);
    }

    private static async Task<List<string>> SubscriptionIdsAsync(GraphEmulatorHost emulator) =>
        [.. (await EmulatorJsonAsync(emulator, "v1.0/subscriptions")).GetProperty("value").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)];

    private static async Task<DateTimeOffset> ExpiryAsync(GraphEmulatorHost emulator) =>
        (await EmulatorJsonAsync(emulator, "v1.0/subscriptions")).GetProperty("value").EnumerateArray().Min(s => s.GetProperty("expirationDateTime").GetDateTimeOffset());

    private static async Task Until(Func<Task<bool>> holds)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), "It did not come to be.");
        }
    }
}
