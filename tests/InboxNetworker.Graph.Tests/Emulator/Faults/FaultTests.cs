using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Faults;

namespace InboxNetworker.Graph.Tests.Emulator.Faults;

public sealed class FaultTests
{
    [Theory]
    [InlineData("503=1", 503, "UnknownError", "", FaultKind.Unavailable)]
    [InlineData("504=1", 504, "UnknownError", "", FaultKind.TimedOut)]
    [InlineData("401=1", 401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.", FaultKind.Unauthorized)]
    public async Task A_fault_is_answered_in_the_words_of_the_service_and_counted(string plan, int status, string code, string message, FaultKind kind)
    {
        await using var emulator = await StartAsync(plan);

        using var answer = await emulator.SendAsync("me/messages", null);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal((code, message), await EmulatorClient.ErrorOf(answer));
        Assert.Equal(status == 401, answer.Headers.WwwAuthenticate.Count > 0);
        Assert.Equal(1, emulator.Host.InjectedFaults[kind]);
        Assert.Equal(1, emulator.Host.InjectedFaults.Values.Sum());
        Assert.Equal(kind, Assert.Single(emulator.Host.Requests).Fault);
    }

    [Fact]
    public async Task A_fault_carries_the_ids_of_the_request()
    {
        await using var emulator = await StartAsync("429=1");

        using var answer = await emulator.SendAsync("me", null);

        var inner = JsonNode.Parse(await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel))!["error"]!["innerError"]!;
        Assert.Equal("2026-03-11T09:00:00", inner["date"]!.GetValue<string>());
        Assert.Equal(Assert.Single(answer.Headers.GetValues("request-id")), inner["request-id"]!.GetValue<string>());
        Assert.Equal(Assert.Single(answer.Headers.GetValues("client-request-id")), inner["client-request-id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Throttling_says_how_long_to_wait_in_whole_seconds_in_fractions_or_not_at_all()
    {
        await using var emulator = await StartAsync("429=1");
        var (codes, waits) = (new HashSet<string>(), new List<string>());
        for (var i = 0; i < 40; i++)
        {
            using var answer = await emulator.SendAsync("me", null);
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            codes.Add((await EmulatorClient.ErrorOf(answer)).Code);
            waits.Add(answer.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : "");
        }

        Assert.Equal(["ApplicationThrottled", "TooManyRequests"], codes.Order());
        Assert.Contains("", waits);
        Assert.Contains(waits, w => w.Length == 1);
        Assert.Contains(waits, w => w.Contains('.', StringComparison.Ordinal));
        Assert.All(waits.Where(w => w.Length > 0), w => Assert.InRange(double.Parse(w, CultureInfo.InvariantCulture), 1, 4));
    }

    [Fact]
    public async Task The_time_to_wait_lies_in_the_bounds_of_the_plan()
    {
        Assert.True(FaultPlan.TryParse("429=1", out var plan, out _));
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(), Options() with { Faults = plan with { RetryAfterSeconds = new(0.01, 0.05) } });

        for (var i = 0; i < 20; i++)
        {
            using var answer = await emulator.SendAsync("me", null);
            if (answer.Headers.NonValidated.TryGetValues("Retry-After", out var wait))
            {
                Assert.InRange(double.Parse(wait.ToString(), CultureInfo.InvariantCulture), 0, 0.05);
            }
        }
    }

    [Fact]
    public async Task A_reset_tears_the_connection_down_in_the_middle_of_the_body()
    {
        await using var emulator = await StartAsync("reset=1");
        using var request = new HttpRequestMessage(HttpMethod.Get, "me/messages");

        using var answer = await emulator.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, EmulatorClient.Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var body = await answer.Content.ReadAsStreamAsync(EmulatorClient.Cancel);
        Assert.Equal(1, await body.ReadAsync(new byte[1], EmulatorClient.Cancel));
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null, EmulatorClient.Cancel));
        Assert.Equal(FaultKind.Reset, Assert.Single(emulator.Host.Requests).Fault);
    }

    [Fact]
    public async Task A_truncated_answer_looks_whole_and_is_not()
    {
        await using var emulator = await StartAsync("seed=3,truncate=1");
        for (var i = 0; i < 20; i++)
        {
            using var answer = await emulator.SendAsync("me/messages", null);
            var body = await answer.Content.ReadAsByteArrayAsync(EmulatorClient.Cancel);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
            Assert.InRange(body.Length, 1, int.MaxValue);
            Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(body));
        }

        Assert.Equal(20, emulator.Host.InjectedFaults[FaultKind.Truncated]);
    }

    [Fact]
    public async Task A_gateways_page_is_no_json_and_says_how_long_to_wait()
    {
        await using var emulator = await StartAsync("html=1");

        using var answer = await emulator.SendAsync("me/messages", null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<html>", await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel), StringComparison.Ordinal);
        Assert.True(answer.Headers.NonValidated.Contains("Retry-After"));
        Assert.Equal(FaultKind.Html, Assert.Single(emulator.Host.Requests).Fault);
    }

    [Fact]
    public async Task A_refusal_is_neither_cut_nor_torn()
    {
        await using var emulator = await StartAsync("reset=0.5,truncate=0.5");

        for (var i = 0; i < 6; i++)
        {
            Assert.Equal("ErrorInvalidIdMalformed", (await emulator.ErrorAsync("me/messages/none", 400)).Code);
        }

        Assert.Equal(0, emulator.Host.InjectedFaults.Values.Sum());
    }

    [Fact]
    public async Task Only_a_change_tracking_that_was_begun_expires()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(30)));
        var link = (await emulator.GetJsonAsync("me/mailFolders/inbox/messages/delta"))["@odata.nextLink"]!.GetValue<string>();
        var users = "users?$skiptoken=none";
        Assert.True(FaultPlan.TryParse("expire=1", out var plan, out _));
        emulator.Host.SetFaults(plan);

        await emulator.GetJsonAsync("me/mailFolders/inbox/messages/delta");
        await emulator.GetJsonAsync("me/messages");
        Assert.Equal("Directory_ExpiredPageToken", (await emulator.ErrorAsync(users, 400)).Code);
        Assert.Equal(0, emulator.Host.InjectedFaults[FaultKind.Expired]);
        Assert.Equal("SyncStateNotFound", (await emulator.ErrorAsync(link, 410)).Code);
        Assert.Equal(1, emulator.Host.InjectedFaults[FaultKind.Expired]);
    }

    [Theory]
    [InlineData("429=1", 429)]
    [InlineData("503=1", 503)]
    [InlineData("401=1", 401)]
    [InlineData("html=1", 503)]
    public async Task A_request_that_changes_something_is_refused_before_it_does(string plan, int status)
    {
        await using var emulator = await StartAsync(plan);

        using var answer = await emulator.SendAsync("me/messages", null, HttpMethod.Post, JsonContent.Create(new { subject = "Draft" }));

        Assert.Equal(status, (int)answer.StatusCode);
        emulator.Host.SetFaults(FaultPlan.None);
        Assert.Empty((await emulator.GetJsonAsync("me/mailFolders/drafts/messages"))["value"]!.AsArray());
    }

    [Fact]
    public async Task The_answer_to_a_request_that_changed_something_is_never_lost()
    {
        await using var emulator = await StartAsync("reset=0.25,truncate=0.25,slow=0.25,504=0.25");

        for (var i = 0; i < 8; i++)
        {
            using var answer = await emulator.SendAsync("me/messages", null, HttpMethod.Post, JsonContent.Create(new { subject = "Draft" }));
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            Assert.NotNull(JsonNode.Parse(await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel)));
        }

        Assert.Equal(0, emulator.Host.InjectedFaults.Values.Sum());
    }

    private static GraphEmulatorOptions Options() => new() { TimeProvider = new EmulatorClient.FixedTime(SmallMailbox.Now) };

    private static Task<EmulatorClient> StartAsync(string plan) =>
        FaultPlan.TryParse(plan, out var read, out var problem)
            ? EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(5)), Options() with { Faults = read })
            : throw new ArgumentException(problem);
}
