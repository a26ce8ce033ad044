using System.Net;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Reconnect;

public sealed class ReconnectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_who_went_quiet_is_suggested_with_the_reason_in_counts_and_dates()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 14, silentDays: 210, subject: "Budget");
        await using var api = await RunningApi.ReadAsync(mailbox);

        var list = await api.GetAsync("/api/reconnect");

        var item = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal("Ana Fox", item.GetProperty("name").GetString());
        Assert.Equal("ana.fox@there.example", item.GetProperty("address").GetString());
        Assert.Equal("dormant", item.GetProperty("state").GetString());
        Assert.Equal("mail", item.GetProperty("lastContact").GetProperty("channel").GetString());
        Assert.Equal("in", item.GetProperty("lastContact").GetProperty("direction").GetString());
        Assert.Equal(RunningApi.Now.AddDays(-210), item.GetProperty("lastContact").GetProperty("at").GetDateTimeOffset());
        Assert.InRange(item.GetProperty("contact30").GetDouble(), 0, 1);
        Assert.Equal(28, item.GetProperty("sparkline").EnumerateArray().Sum(v => v.GetInt32()));
        var first = item.GetProperty("reasons")[0].GetProperty("text").GetString();
        Assert.StartsWith("You exchanged 28 mails in 14 different weeks", first, StringComparison.Ordinal);
        Assert.EndsWith("nothing for 6 months.", first, StringComparison.Ordinal);
        Assert.Equal(RunningApi.Now, list.GetProperty("asOf").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("no-reply@shop.example")]
    [InlineData("newsletter@paper.example")]
    [InlineData("info@office.example")]
    [InlineData("all-staff@here.example")]
    public async Task Machines_offices_and_lists_are_not_suggested(string address)
    {
        using var mailbox = new MailboxFile().Exchange(address, weeks: 10, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);

        Assert.Empty((await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Somebody_who_only_ever_writes_or_only_ever_reads_is_not_suggested()
    {
        using var mailbox = new MailboxFile();
        for (var week = 30; week < 50; week++)
        {
            mailbox.Received("pia.only@there.example", week * 7).Sent("paul.never@there.example", week * 7);
        }

        await using var api = await RunningApi.ReadAsync(mailbox);

        Assert.Empty((await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Somebody_in_touch_is_not_suggested()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 20, silentDays: 5);
        await using var api = await RunningApi.ReadAsync(mailbox);

        Assert.Empty((await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_pages_of_a_list_hold_everybody_once_and_in_order()
    {
        using var mailbox = new MailboxFile();
        for (var person = 0; person < 9; person++)
        {
            // Three alike each, so that the order within equal ties is tried too.
            mailbox.Exchange($"p{(char)('a' + person)}.quiet@there.example", weeks: 4 + (person / 3), silentDays: 200);
        }

        await using var api = await RunningApi.ReadAsync(mailbox);

        var seen = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await api.GetAsync($"/api/reconnect?limit=2{(cursor is null ? string.Empty : "&cursor=" + cursor)}");
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(9, seen.Select(i => i.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(9, seen.Count);
        var ties = seen.Select(i => i.GetProperty("tie").GetDouble()).ToList();
        Assert.Equal(ties.OrderDescending(), ties);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=-1")]
    [InlineData("limit=many")]
    [InlineData("limit=99999999999")]
    [InlineData("cursor=nonsense")]
    [InlineData("cursor=")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_bad_parameter_is_named(string query)
    {
        using var mailbox = new MailboxFile();
        await using var api = await RunningApi.StartAsync("--mailbox", mailbox.Path, "--owner", MailboxFile.Owner);

        using var response = await api.Client.GetAsync($"/api/reconnect?{query}", Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.5", "de", "Sie haben")]
    [InlineData("en-GB", "en", "You exchanged")]
    [InlineData("fr", "en", "You exchanged")]
    public async Task Sentences_are_in_the_language_that_is_asked_for_whoever_asked_before(string accepted, string language, string begins)
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 8, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        foreach (var before in new[] { "en", "de" })
        {
            using var other = await AskAsync(before);
        }

        using var answer = await AskAsync(accepted);

        Assert.Equal(language, Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        using var page = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith(begins, page.RootElement.GetProperty("items")[0].GetProperty("reasons")[0].GetProperty("text").GetString(), StringComparison.Ordinal);

        async Task<HttpResponseMessage> AskAsync(string languages)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/reconnect");
            request.Headers.Add("Accept-Language", languages);
            return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}
