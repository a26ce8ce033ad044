using System.Globalization;
using System.Net;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.Limits;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class LimitTests
{
    [Fact]
    public async Task A_fifth_request_at_once_is_over_the_limit()
    {
        var time = new SignallingTime();
        Assert.True(FaultPlan.TryParse("slow=1", out var slow, out _));
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(), new GraphEmulatorOptions { TimeProvider = time, Faults = slow });
        var four = Enumerable.Range(0, 4).Select(_ => emulator.GetJsonAsync("me/messages")).ToList();
        await time.TimersAsync(4);

        using var fifth = await emulator.SendAsync("me/messages", null);
        using var sixth = await emulator.SendAsync("me/messages", null);
        var inner = emulator.Host.InjectedFaults[FaultKind.Slow];
        time.Advance(TimeSpan.FromSeconds(2));
        await Task.WhenAll(four);
        emulator.Host.SetFaults(FaultPlan.None);

        Assert.Equal(HttpStatusCode.TooManyRequests, fifth.StatusCode);
        Assert.Equal(("ApplicationThrottled", "Application is over its MailboxConcurrency limit."), await EmulatorClient.ErrorOf(fifth));
        Assert.InRange(Wait(fifth), 1, 4);
        Assert.InRange(Wait(sixth), 1, 4);
        Assert.Contains('.', $"{Text(fifth)} {Text(sixth)}");
        Assert.Equal(4, inner);
        await emulator.GetJsonAsync("me/messages");
    }

    [Fact]
    public async Task A_client_that_always_keeps_four_under_way_is_never_refused()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(300)));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => KeepAskingAsync(emulator, "me/messages?$top=300")));

        Assert.All(emulator.Host.Requests, r => Assert.Equal(200, r.Status));
        Assert.Equal(160, emulator.Host.Requests.Count);
    }

    [Fact]
    public async Task Nor_when_it_asks_on_as_soon_as_it_has_the_last_byte()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(300)));
        var length = (await emulator.Http.GetByteArrayAsync("me/messages?$top=300", EmulatorClient.Cancel)).Length;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < 40; i++)
            {
                // The end of the answer is never read, only its last byte: the connection is not used again.
                using var request = new HttpRequestMessage(HttpMethod.Get, "me/messages?$top=300");
                using var answer = await emulator.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, EmulatorClient.Cancel);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                await using var body = await answer.Content.ReadAsStreamAsync(EmulatorClient.Cancel);
                await body.ReadExactlyAsync(new byte[length], EmulatorClient.Cancel);
            }
        }));
    }

    [Fact]
    public async Task Nor_when_its_connections_are_reset_and_its_answers_cut()
    {
        Assert.True(FaultPlan.TryParse("reset=0.4,truncate=0.4,503=0.1", out var plan, out _));
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(300)), new GraphEmulatorOptions { Faults = plan });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => KeepAskingAsync(emulator, "me/messages?$top=300")));

        Assert.DoesNotContain(emulator.Host.Requests, r => r.Status == 429);
        Assert.Equal(160, emulator.Host.Requests.Count);
    }

    [Fact]
    public async Task More_requests_than_the_window_allows_wait_until_the_oldest_leaves_it()
    {
        var time = new SignallingTime();
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(), new GraphEmulatorOptions { TimeProvider = time, Limits = new() { Requests = 3 } });
        await emulator.GetJsonAsync("me");
        time.Advance(TimeSpan.FromMinutes(4));
        await emulator.GetJsonAsync("me");
        await emulator.GetJsonAsync("me");
        time.Advance(TimeSpan.FromSeconds(0.4));

        using var whole = await emulator.SendAsync("me", null);
        using var fractional = await emulator.SendAsync("me", null);
        time.Advance(TimeSpan.FromSeconds(359.599));
        using var early = await emulator.SendAsync("me", null);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(HttpStatusCode.TooManyRequests, whole.StatusCode);
        Assert.Equal(("TooManyRequests", "Please retry again later."), await EmulatorClient.ErrorOf(whole));
        Assert.Equal(("360", "359.600"), (Text(whole), Text(fractional)));
        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        await emulator.GetJsonAsync("me");
        await emulator.ErrorAsync("me", 429);
    }

    [Fact]
    public async Task The_limits_are_the_mailboxs_not_the_directorys_nor_the_emulators()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(), new GraphEmulatorOptions { TimeProvider = new EmulatorClient.FixedTime(SmallMailbox.Now), Limits = new() { Requests = 1 } });
        await emulator.GetJsonAsync("me/messages");

        await emulator.ErrorAsync("me/messages", 429);
        await emulator.GetJsonAsync("users");
        await emulator.GetJsonAsync("../emulator/faults");
    }

    [Fact]
    public async Task A_limit_out_of_its_range_stops_the_start()
    {
        async Task<string> Refusal(MailboxLimits limits) =>
            (await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulatorHost.StartAsync(SmallMailbox.With(), new GraphEmulatorOptions { Limits = limits }, EmulatorClient.Cancel))).Message;

        Assert.StartsWith("Limits.ConcurrentRequests is 0; it takes 1 or more.", await Refusal(new() { ConcurrentRequests = 0 }), StringComparison.Ordinal);
        Assert.StartsWith("Limits.Requests is -1; it takes 1 or more.", await Refusal(new() { Requests = -1 }), StringComparison.Ordinal);
        Assert.StartsWith("Limits.Window is 00:00:00; it takes more than zero.", await Refusal(new() { Window = TimeSpan.Zero }), StringComparison.Ordinal);
    }

    private static async Task KeepAskingAsync(EmulatorClient emulator, string address)
    {
        for (var i = 0; i < 40; i++)
        {
            try
            {
                using var answer = await emulator.SendAsync(address, null);
            }
            catch (HttpRequestException)
            {
                // The connection was reset, as asked for.
            }
        }
    }

    private static string Text(HttpResponseMessage answer) => answer.Headers.NonValidated["Retry-After"].ToString();

    private static double Wait(HttpResponseMessage answer) => double.Parse(Text(answer), CultureInfo.InvariantCulture);
}
