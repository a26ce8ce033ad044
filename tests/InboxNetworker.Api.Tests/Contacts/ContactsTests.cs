using System.Net;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Contacts;

public sealed class ContactsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_comes_with_the_weekly_history()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 5, silentDays: 100, subject: "Budget");
        await using var api = await RunningApi.ReadAsync(mailbox);

        var person = await api.GetAsync($"/api/contacts/{await api.IdOfAsync("ana.fox@there.example")}");

        Assert.Equal(5, person.GetProperty("totals").GetProperty("sent").GetInt32());
        Assert.Equal(5, person.GetProperty("totals").GetProperty("received").GetInt32());
        Assert.Equal(10, person.GetProperty("history").EnumerateArray().Sum(w => w.GetProperty("sent").GetInt32() + w.GetProperty("received").GetInt32()));
        Assert.Matches("^20\\d\\d-W\\d\\d$", person.GetProperty("history")[0].GetProperty("week").GetString());
        Assert.Equal("Re: Budget", person.GetProperty("lastSubject").GetProperty("text").GetString());
        Assert.Equal("dormant", person.GetProperty("status").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1 or 1=1")]
    [InlineData("99999999999999999999")]
    public async Task An_id_nobody_has_is_not_found(string id)
    {
        using var mailbox = new MailboxFile();
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var response = await api.Client.GetAsync($"/api/contacts/{Uri.EscapeDataString(id)}", Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("quiet.friend@there.example", "dormant", true)]
    [InlineData("QUIET.Friend@There.example", "dormant", true)]
    [InlineData("daily.friend@there.example", "in-touch", true)]
    [InlineData("once.met@there.example", "too-little", true)]
    [InlineData("only.writes@there.example", "one-way", true)]
    [InlineData("never.answers@there.example", "never-wrote-back", true)]
    [InlineData("noreply@there.example", "left-out-no-reply", true)]
    [InlineData("newsletter@elsewhere.example", "left-out-automatic", false)]
    [InlineData("stranger@there.example", "never-seen", false)]
    [InlineData("owner@here.example", "own", false)]
    public async Task A_lookup_says_why_somebody_is_suggested_or_not(string address, string code, bool known)
    {
        using var mailbox = new MailboxFile()
            .Exchange("quiet.friend@there.example", weeks: 8, silentDays: 200)
            .Exchange("daily.friend@there.example", weeks: 12, silentDays: 3)
            .Exchange("noreply@there.example", weeks: 8, silentDays: 200)
            .Exchange("once.met@there.example", weeks: 1, silentDays: 100)
            .Received("only.writes@there.example", 90)
            .Sent("never.answers@there.example", 90);
        await using var api = await RunningApi.ReadAsync(mailbox);

        var found = await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}");

        Assert.Equal(code, found.GetProperty("status").GetProperty("code").GetString());
        Assert.Equal(known, found.GetProperty("contact").ValueKind == System.Text.Json.JsonValueKind.Object);
        Assert.Equal(code == "dormant", found.GetProperty("status").GetProperty("listed").GetBoolean());
        Assert.Equal(address.ToLowerInvariant(), found.GetProperty("address").GetString());
    }

    [Theory]
    [InlineData("/api/contacts/lookup")]
    [InlineData("/api/contacts/lookup?address=")]
    [InlineData("/api/contacts/lookup?address=nobody")]
    [InlineData("/api/contacts/lookup?address=a%40b%20c")]
    [InlineData("/api/contacts?limit=0")]
    [InlineData("/api/contacts?limit=x")]
    [InlineData("/api/contacts?state=asleep")]
    [InlineData("/api/contacts?state=2")]
    [InlineData("/api/contacts?state=new,close")]
    public async Task A_bad_parameter_is_named(string path)
    {
        using var mailbox = new MailboxFile();
        await using var api = await RunningApi.StartAsync("--mailbox", mailbox.Path, "--owner", MailboxFile.Owner);

        using var response = await api.Client.GetAsync(path, Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_query_too_long_is_refused()
    {
        using var mailbox = new MailboxFile();
        await using var api = await RunningApi.StartAsync("--mailbox", mailbox.Path, "--owner", MailboxFile.Owner);

        using var response = await api.Client.GetAsync($"/api/contacts?query={new string('x', 201)}", Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("ana", 1)]
    [InlineData("FOX", 2)]
    [InlineData("fox ana", 1)]
    [InlineData("there.example", 2)]
    [InlineData("noreply", 0)]
    [InlineData("", 2)]
    public async Task A_search_finds_people_by_every_word(string query, int found)
    {
        using var mailbox = new MailboxFile()
            .Exchange("ana.fox@there.example", weeks: 3, silentDays: 5)
            .Exchange("bo.fox@there.example", weeks: 3, silentDays: 5)
            .Exchange("noreply@there.example", weeks: 3, silentDays: 5);
        await using var api = await RunningApi.ReadAsync(mailbox);

        var items = (await api.GetAsync($"/api/contacts?query={Uri.EscapeDataString(query)}")).GetProperty("items").EnumerateArray()
            .Where(i => i.GetProperty("address").GetString()!.EndsWith("there.example", StringComparison.Ordinal));

        Assert.Equal(found, items.Count());
    }

    [Fact]
    public async Task A_search_keeps_to_the_states_that_are_named()
    {
        using var mailbox = new MailboxFile()
            .Exchange("daily.friend@there.example", weeks: 13, silentDays: 3)
            .Exchange("quiet.friend@there.example", weeks: 8, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);

        Assert.Equal(["daily.friend@there.example"], await InAsync("state=close&state=fading"));
        Assert.Equal(["quiet.friend@there.example"], await InAsync("state=dormant"));
        Assert.Equal(["daily.friend@there.example", "quiet.friend@there.example"], await InAsync("state=dormant&state=close"));

        async Task<IEnumerable<string?>> InAsync(string states) =>
            (await api.GetAsync($"/api/contacts?{states}")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("address").GetString()).Order();
    }

    [Theory]
    [InlineData("answered.not@there.example", "yours", "nearly every week")]
    [InlineData("wrote.last@there.example", "theirs", "nearly every week")]
    [InlineData("once.met@there.example", "yours", null)]
    public async Task A_lookup_says_how_often_the_two_are_in_touch_and_whose_turn_it_is(string address, string turn, string? rhythm)
    {
        using var mailbox = new MailboxFile()
            .Exchange("answered.not@there.example", weeks: 8, silentDays: 3)
            .Exchange("wrote.last@there.example", weeks: 8, silentDays: 3).Sent("wrote.last@there.example", 1)
            .Exchange("once.met@there.example", weeks: 1, silentDays: 100);
        await using var api = await RunningApi.ReadAsync(mailbox);

        var contact = (await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("contact");

        Assert.Equal(turn, contact.GetProperty("turn").GetString());
        Assert.Equal(rhythm, contact.GetProperty("rhythm").GetString());
    }
}
