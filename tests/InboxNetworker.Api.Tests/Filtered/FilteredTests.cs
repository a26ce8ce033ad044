using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Filtered;

public sealed class FilteredTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_left_out_is_listed_with_the_rule_and_the_counts_the_most_frequent_first()
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(Somebody("ana.fox@there.example"), weeks: 5, silentDays: 100)
            .Received(Somebody("noreply@there.example", "The Shop"), 3).Received(Somebody("noreply@there.example", "The Shop"), 8)
            .Exchange(Somebody("newsletter@shop.example"), weeks: 4, silentDays: 20)
            .Received(Somebody("only.writes@there.example"), 5).Received(Somebody("only.writes@there.example"), 50).Received(Somebody("only.writes@there.example"), 70)
            .Received(Somebody("newsletter@other.example"), 9);
        await using var api = await mailbox.ReadAsync();

        var page = await api.GetAsync("/api/filtered");

        Assert.Equal(
            [
                ("newsletter@shop.example", "left-out-automatic", 4, 4, 0),
                ("only.writes@there.example", "left-out-one-way", 0, 3, 0),
                ("noreply@there.example", "left-out-no-reply", 0, 2, 0),
                ("newsletter@other.example", "left-out-automatic", 0, 1, 0),
            ],
            Items(page).Select(i => (Text(i, "address"), Text(i, "code"), Number(i, "sent"), Number(i, "received"), Number(i, "meetings"))));
        Assert.Equal(
            [("left-out-automatic", 2), ("left-out-no-reply", 1), ("left-out-one-way", 1)],
            page.GetProperty("rules").EnumerateArray().Select(r => (Text(r, "code"), Number(r, "count"))));
        var shop = Items(page)[2];
        Assert.Equal(("The Shop", "Left out: this address says that it cannot be answered."), (Text(shop, "name"), Text(shop, "text")));
        Assert.Equal(RunningApi.Now.AddDays(-3), shop.GetProperty("lastContactAt").GetDateTimeOffset());
        Assert.Equal(["noreply@there.example"], shop.GetProperty("addresses").EnumerateArray().Select(a => a.GetString()));
        Assert.Empty(page.GetProperty("choices").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("nextCursor").ValueKind);
    }

    [Fact]
    public async Task One_rule_can_be_asked_for_and_all_are_still_counted()
    {
        await using var mailbox = new ServedMailbox().Received(Somebody("noreply@there.example"), 3).Received(Somebody("newsletter@shop.example"), 3);
        await using var api = await mailbox.ReadAsync();

        var page = await api.GetAsync("/api/filtered?rule=left-out-no-reply");

        Assert.Equal(["noreply@there.example"], Items(page).Select(i => Text(i, "address")));
        Assert.Equal(2, page.GetProperty("rules").GetArrayLength());
        Assert.Empty(Items(await api.GetAsync("/api/filtered?rule=left-out-room")));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Page_by_page_each_is_visited_once_and_in_order(int limit)
    {
        await using var mailbox = new ServedMailbox();
        for (var n = 0; n < 14; n++)
        {
            for (var mails = 0; mails <= n % 4; mails++)
            {
                mailbox.Received(Somebody($"noreply@shop{n}.example"), 3 + mails + n);
            }
        }

        await using var api = await mailbox.ReadAsync();
        var all = await api.GetAsync("/api/filtered?limit=100");
        List<string> visited = [];
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = await api.GetAsync($"/api/filtered?limit={limit}" + (cursor is null ? "" : $"&cursor={cursor}"));
            Assert.Equal(all.GetProperty("asOf").ToString(), page.GetProperty("asOf").ToString());
            Assert.Equal(all.GetProperty("rules").ToString(), page.GetProperty("rules").ToString());
            visited.AddRange(Items(page).Select(i => Text(i, "address")));
            cursor = page.GetProperty("nextCursor").GetString();
            api.Time.Advance(TimeSpan.FromSeconds(5));
        }
        while (cursor is not null && ++pages < 20);

        Assert.Equal(14, visited.Count);
        Assert.Equal(Items(all).Select(i => Text(i, "address")), visited);
    }

    [Theory]
    [InlineData("noreply@there.example")]
    [InlineData("NoReply@There.example")]
    [InlineData("there.example")]
    [InlineData("@there.example")]
    public async Task What_the_owner_keeps_is_suggested_until_left_to_the_rules_again(string which)
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody("noreply@there.example"), weeks: 8, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        Assert.Empty(await SuggestedAsync(api));

        var kept = await ChooseAsync(api, which, false);

        Assert.Equal((false, 1), (kept.GetProperty("leftOut").GetBoolean(), Number(kept, "affected")));
        Assert.Equal(["noreply@there.example"], await SuggestedAsync(api));
        var page = await api.GetAsync("/api/filtered");
        Assert.Empty(Items(page));
        var choice = Assert.Single(page.GetProperty("choices").EnumerateArray());
        Assert.Equal((Text(kept, "pattern"), false), (Text(choice, "pattern"), choice.GetProperty("leftOut").GetBoolean()));

        var back = await ChooseAsync(api, which, null);

        Assert.Equal(JsonValueKind.Null, back.GetProperty("leftOut").ValueKind);
        Assert.Empty(await SuggestedAsync(api));
        Assert.Empty((await api.GetAsync("/api/filtered")).GetProperty("choices").EnumerateArray());
    }

    [Theory]
    [InlineData("ana.fox@there.example", 1)]
    [InlineData("there.example", 2)]
    public async Task Whom_the_owner_leaves_out_is_not_suggested_and_told_why(string which, int affected)
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(Somebody("ana.fox@there.example"), weeks: 8, silentDays: 200)
            .Exchange(Somebody("bo.hill@there.example"), weeks: 6, silentDays: 200)
            .Exchange(Somebody("cy.moss@elsewhere.example"), weeks: 4, silentDays: 200);
        await using var api = await mailbox.ReadAsync();

        var chosen = await ChooseAsync(api, which, true);

        Assert.Equal(affected, Number(chosen, "affected"));
        Assert.Equal(affected == 1 ? ["bo.hill@there.example", "cy.moss@elsewhere.example"] : ["cy.moss@elsewhere.example"], await SuggestedAsync(api));
        Assert.Equal("left-out-by-owner", await StatusAsync(api, "ana.fox@there.example"));
        var item = Items(await api.GetAsync("/api/filtered"))[0];
        Assert.Equal(
            ("ana.fox@there.example", "left-out-by-owner", "Left out: you said so.", 8, 8),
            (Text(item, "address"), Text(item, "code"), Text(item, "text"), Number(item, "sent"), Number(item, "received")));
    }

    [Fact]
    public async Task A_word_on_an_address_outweighs_that_on_its_domain_in_whatever_order()
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(Somebody("ana.fox@there.example"), weeks: 8, silentDays: 200)
            .Exchange(Somebody("bo.hill@there.example"), weeks: 6, silentDays: 200);
        await using var api = await mailbox.ReadAsync();

        await ChooseAsync(api, "ana.fox@there.example", false);
        await ChooseAsync(api, "there.example", true);
        Assert.Equal(["ana.fox@there.example"], await SuggestedAsync(api));

        await ChooseAsync(api, "there.example", false);
        await ChooseAsync(api, "ana.fox@there.example", true);
        Assert.Equal(["bo.hill@there.example"], await SuggestedAsync(api));
    }

    [Fact]
    public async Task Leaving_out_one_of_a_persons_addresses_leaves_out_the_person()
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(Somebody("ana.fox@there.example", "Ana Fox"), weeks: 8, silentDays: 200)
            .Exchange(Somebody("ana.fox@home.example", "Ana Fox"), weeks: 8, silentDays: 300);
        await using var api = await mailbox.ReadAsync();
        Assert.Equal(["ana.fox@there.example"], await SuggestedAsync(api));

        await ChooseAsync(api, "ana.fox@there.example", true);
        Assert.Empty(await SuggestedAsync(api));
        Assert.Equal("left-out-by-owner", await StatusAsync(api, "ana.fox@home.example"));

        await ChooseAsync(api, "ana.fox@home.example", false);
        Assert.Equal(["ana.fox@there.example"], await SuggestedAsync(api));
    }

    [Fact]
    public async Task Leaving_out_a_domain_leaves_those_who_have_another_address()
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(Somebody("ana.fox@there.example", "Ana Fox"), weeks: 8, silentDays: 200)
            .Exchange(Somebody("ana.fox@home.example", "Ana Fox"), weeks: 8, silentDays: 300);
        await using var api = await mailbox.ReadAsync();

        await ChooseAsync(api, "there.example", true);

        Assert.Equal(["ana.fox@there.example"], await SuggestedAsync(api));
    }

    [Theory]
    [InlineData("jo/corp/there@there.example")]
    [InlineData("o'hara+news%2fx@there.example")]
    [InlineData("zoë.fox@there.example")]
    public async Task An_address_with_unusual_characters_is_taken_as_it_is(string address)
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(address), weeks: 8, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        Assert.Equal([address], await SuggestedAsync(api));

        var chosen = await ChooseAsync(api, address, true);

        Assert.Equal((address, 1), (Text(chosen, "pattern"), Number(chosen, "affected")));
        Assert.Empty(await SuggestedAsync(api));
    }

    [Fact]
    public async Task A_word_can_be_given_before_the_first_mail_comes()
    {
        await using var mailbox = new ServedMailbox();
        await using var api = await mailbox.ReadAsync();
        Assert.Equal(0, Number(await ChooseAsync(api, "ana.fox@there.example", true), "affected"));

        mailbox.Arrive(Somebody("ana.fox@there.example"));
        await api.ReadAgainAsync();

        Assert.Equal("left-out-by-owner", await StatusAsync(api, "ana.fox@there.example"));
    }

    [Fact]
    public async Task The_owners_word_survives_that_everything_is_read_anew_and_a_restart()
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(Somebody("ana.fox@there.example"), weeks: 8, silentDays: 200)
            .Exchange(Somebody("noreply@shop.example"), weeks: 6, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        await ChooseAsync(api, "there.example", true);
        await ChooseAsync(api, "noreply@shop.example", false);
        var before = (await api.GetAsync("/api/filtered")).GetProperty("choices").ToString();

        await using var again = await mailbox.ReadAnewAndRestartAsync(api);

        Assert.Equal(["noreply@shop.example"], await SuggestedAsync(again));
        Assert.Equal(before, (await again.GetAsync("/api/filtered")).GetProperty("choices").ToString());
    }

    [Fact]
    public async Task A_list_asked_for_wrongly_says_what_it_takes()
    {
        await using var mailbox = new ServedMailbox();
        await using var api = await mailbox.ReadAsync();
        foreach (var (query, words) in new[]
        {
            ("limit=0", "from 1 to 100"), ("limit=101", "from 1 to 100"), ("limit=many", "/scalar"),
            ("cursor=nonsense", "nextCursor of an earlier page"), ("cursor=", "nextCursor of an earlier page"),
        })
        {
            using var response = await api.Client.GetAsync($"/api/filtered?{query}", Cancellation);
            await ProblemAssert.SaysAsync(response, HttpStatusCode.BadRequest, words);
        }
    }

    [Fact]
    public async Task A_word_that_cannot_be_understood_says_what_it_takes_and_changes_nothing()
    {
        await using var mailbox = new ServedMailbox();
        await using var api = await mailbox.ReadAsync();
        foreach (var (which, body, words) in new[]
        {
            ("nobody", """{"leftOut":true}""", "ana@example.com"), ("a b@there.example", """{"leftOut":true}""", "ana@example.com"),
            ("@ana@there.example", """{"leftOut":true}""", "ana@example.com"), (".com", """{"leftOut":true}""", "ana@example.com"),
            ("ana@there.example", """{"leftOut":"yes"}""", "/scalar"), ("ana@there.example", "null", "/scalar"), ("ana@there.example", "", "/scalar"),
        })
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var response = await api.Client.PutAsync($"/api/filtered/{Uri.EscapeDataString(which)}", content, Cancellation);
            await ProblemAssert.SaysAsync(response, HttpStatusCode.BadRequest, words);
        }

        Assert.Empty((await api.GetAsync("/api/filtered")).GetProperty("choices").EnumerateArray());
    }

    [Fact]
    public async Task Before_the_mailbox_has_been_opened_there_is_nothing_to_choose_for()
    {
        // Nothing listens on port 1 of a computer's own address.
        await using var api = await RunningApi.StartAsync("--graph", "http://127.0.0.1:1");
        await api.WaitForReadingAsync();

        using var response = await api.PutAsync("/api/filtered/there.example", new { leftOut = true });

        await ProblemAssert.SaysAsync(response, HttpStatusCode.Conflict, "until reading has begun");
    }

    private static async Task<JsonElement> ChooseAsync(RunningApi api, string which, bool? leftOut)
    {
        using var response = await api.PutAsync($"/api/filtered/{Uri.EscapeDataString(which)}", new { leftOut });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<List<string>> SuggestedAsync(RunningApi api) =>
        [.. Items(await api.GetAsync("/api/reconnect")).Select(i => Text(i, "address"))];

    private static async Task<string> StatusAsync(RunningApi api, string address) =>
        Text((await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("status"), "code");

    private static List<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
