using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.Control;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Contacts;

/// <summary>What the owner wishes of a person is heard at once, and outlives every reading, merging and parting.</summary>
public sealed class PreferencesTests
{
    private const string Ana = "ana.fox@there.example", Ben = "ben.holt@there.example", AnaToo = "quilt77@home.example", Daily = "daily.friend@there.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_wished_is_shown_as_it_was_said_and_replaced_as_a_whole()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        Assert.Equal(Wanted(), Preferences(await LookUpAsync(api, Ana)));

        var said = await WishAsync(api, Ana, new { snoozedUntil = "2026-07-01", resting = false, pinned = true, everyWeeks = 6, tags = new[] { " board ", "Board", "ski club" }, note = "Met in Oslo.\r\n" });

        Assert.Equal(Wanted("2026-07-01", pinned: true, everyWeeks: 6, tags: ["board", "ski club"], note: "Met in Oslo."), Preferences(said));
        Assert.Equal(said.ToString(), (await api.GetAsync($"/api/contacts/{await api.IdOfAsync(Ana)}")).ToString());
        Assert.Equal(Wanted(everyWeeks: 8), Preferences(await WishAsync(api, Ana, new { everyWeeks = 8 })));
        Assert.Equal(Wanted(), Preferences(await WishAsync(api, Ana, new { })));
    }

    [Fact]
    public async Task A_snoozed_contact_is_not_suggested_until_the_day()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        Assert.Equal([Ana, Ben, AnaToo], await ListAsync(api));

        await WishAsync(api, Ana, new { snoozedUntil = "2026-06-20" });
        Assert.Equal([Ben, AnaToo], await ListAsync(api));
        Assert.Equal(("snoozed", "You set Ana aside until 20 June 2026."), await StatusAsync(api, Ana));

        await WishAsync(api, Ana, new { snoozedUntil = (string?)null });
        Assert.Equal([Ana, Ben, AnaToo], await ListAsync(api));

        await WishAsync(api, Ana, new { snoozedUntil = "2026-06-20" });
        api.Time.SetUtcNow(new DateTimeOffset(2026, 6, 20, 0, 0, 0, TimeSpan.Zero));
        Assert.Contains(Ana, await ListAsync(api));
        Assert.Equal(Wanted(), Preferences(await LookUpAsync(api, Ana)));
    }

    [Fact]
    public async Task A_mail_from_the_person_ends_the_snooze()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await WishAsync(api, Ana, new { snoozedUntil = "2027-06-01", note = "Back in spring" });

        api.Time.Advance(TimeSpan.FromDays(2));
        mailbox.Control.AddMessage(new NewMessage("inbox", Somebody(Ana, "Ana Fox"), [Somebody("owner@here.example")], "News", RunningApi.Now.AddDays(1)));
        await api.ReadAgainAsync();

        Assert.Equal(Wanted(note: "Back in spring"), Preferences(await LookUpAsync(api, Ana)));
        Assert.Equal("in-touch", (await StatusAsync(api, Ana)).Code);
    }

    [Fact]
    public async Task Who_is_let_rest_leaves_the_list_and_says_so()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();

        var said = await WishAsync(api, Ben, new { resting = true });

        Assert.Equal(("resting", "resting"), (said.GetProperty("state").GetString(), said.GetProperty("status").GetProperty("code").GetString()));
        Assert.Equal([Ana, AnaToo], await ListAsync(api));
    }

    [Fact]
    public async Task A_wished_rhythm_holds_for_the_silence_before_it_and_comes_first()
    {
        await using var mailbox = Mailbox().Exchange(Somebody("once.met@there.example", "Once Met"), weeks: 1, silentDays: 63);
        await using var api = await mailbox.ReadAsync();
        Assert.Equal("too-little", (await StatusAsync(api, "once.met@there.example")).Code);

        await WishAsync(api, "once.met@there.example", new { everyWeeks = 6 });

        Assert.Equal(["once.met@there.example", Ana, Ben, AnaToo], await ListAsync(api));
        Assert.Equal(("wished", "You wanted to be in touch every 6 weeks; it has been 9."), await StatusAsync(api, "once.met@there.example"));
        var first = (await api.GetAsync("/api/reconnect?limit=1"));
        Assert.Equal("You wanted to be in touch every 6 weeks; it has been 9.", first.GetProperty("items")[0].GetProperty("reasons")[0].GetProperty("text").GetString());
        Assert.Equal(Ana, (await api.GetAsync($"/api/reconnect?limit=1&cursor={first.GetProperty("nextCursor").GetString()}")).GetProperty("items")[0].GetProperty("address").GetString());

        await WishAsync(api, "once.met@there.example", new { everyWeeks = 10 });
        Assert.Equal("not-due", (await StatusAsync(api, "once.met@there.example")).Code);
        Assert.Equal([Ana, Ben, AnaToo], await ListAsync(api));
    }

    [Fact]
    public async Task Who_is_pinned_comes_first_when_quiet_and_is_kept_against_the_rules_but_not_against_the_owners_own_word()
    {
        await using var mailbox = Mailbox().Exchange(Somebody(Daily, "Daily Friend"), weeks: 12, silentDays: 3);
        await using var api = await mailbox.ReadAsync();
        await WishAsync(api, AnaToo, new { pinned = true });
        await WishAsync(api, Daily, new { pinned = true });

        Assert.Equal(AnaToo, (await ListAsync(api))[0]);
        Assert.Equal("in-touch", (await StatusAsync(api, Daily)).Code);
        Assert.StartsWith("left-out-", (await StatusAsync(api, "noreply@there.example")).Code, StringComparison.Ordinal);
        await WishAsync(api, "noreply@there.example", new { pinned = true });
        Assert.Equal([AnaToo, "noreply@there.example", Ana, Ben], await ListAsync(api));
        Assert.DoesNotContain("noreply@there.example", (await api.GetAsync("/api/filtered")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("address").GetString()));
        using var said = await api.PutAsync("/api/filtered/noreply@there.example", new { leftOut = true });
        Assert.Equal("left-out-by-owner", (await StatusAsync(api, "noreply@there.example")).Code);
        Assert.DoesNotContain("noreply@there.example", await ListAsync(api));
    }

    [Fact]
    public async Task It_survives_that_everything_is_read_anew_and_a_restart()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await WishAsync(api, Ben, new { resting = true, note = "Asked for quiet", tags = new[] { "old team" } });
        await WishAsync(api, Ana, new { snoozedUntil = "2026-12-24", everyWeeks = 52 });
        (await api.PostAsync($"/api/contacts/{await api.IdOfAsync(AnaToo)}/dismiss")).EnsureSuccessStatusCode();

        await using var again = await mailbox.ReadAnewAndRestartAsync(api);

        Assert.Equal(Wanted(resting: true, note: "Asked for quiet", tags: ["old team"]), Preferences(await LookUpAsync(again, Ben)));
        Assert.Equal(Wanted("2026-12-24", everyWeeks: 52), Preferences(await LookUpAsync(again, Ana)));
        Assert.Equal("dismissed", (await StatusAsync(again, AnaToo)).Code);
        Assert.Empty(await ListAsync(again));
    }

    [Fact]
    public async Task A_new_address_of_the_person_brings_nothing_of_it_back()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await WishAsync(api, Ana, new { resting = true, note = "Friend" });

        mailbox.Arrive(Somebody("ana.fox@home.example", "Ana Fox"));
        await api.ReadAgainAsync();

        var person = await LookUpAsync(api, "ana.fox@home.example");
        Assert.Equal(2, person.GetProperty("addresses").GetArrayLength());
        Assert.Equal(Wanted(resting: true, note: "Friend"), Preferences(person));
        Assert.Equal("resting", (await StatusAsync(api, Ana)).Code);
    }

    [Fact]
    public async Task Two_who_are_merged_have_what_was_wished_of_either_and_both_keep_it_when_parted()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await WishAsync(api, Ana, new { pinned = true, everyWeeks = 4, tags = new[] { "ski" }, note = "From Oslo" });
        api.Time.Advance(TimeSpan.FromMinutes(1));
        await WishAsync(api, AnaToo, new { resting = true, tags = new[] { "Ski", "press" }, note = "Moved to Lima" });

        (await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/merge", new { with = await api.IdOfAsync(AnaToo) })).EnsureSuccessStatusCode();

        Assert.Equal(Wanted(resting: true, everyWeeks: 4, tags: ["Ski", "press"], note: "Moved to Lima\n\nFrom Oslo"), Preferences(await LookUpAsync(api, Ana)));
        Assert.Equal([Ben], await ListAsync(api));

        await WishAsync(api, Ana, new { note = "One person" });
        Assert.Equal(2, (await ListAsync(api)).Count);
        (await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/separate", new { address = AnaToo })).EnsureSuccessStatusCode();
        Assert.Equal((Wanted(note: "One person"), Wanted(note: "One person")), (Preferences(await LookUpAsync(api, Ana)), Preferences(await LookUpAsync(api, AnaToo))));
    }

    [Fact]
    public async Task What_cannot_be_wished_is_refused_by_its_name_and_range_and_changes_nothing()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var before = await WishAsync(api, Ana, new { note = "Stays" });
        var id = await api.IdOfAsync(Ana);
        foreach (var (body, field, words) in new (string, string, string)[]
        {
            ("""{"snoozedUntil":"2026-06-15"}""", "snoozedUntil", "a day from 2026-06-16 to 2031-06-15"),
            ("""{"snoozedUntil":"2099-01-01"}""", "snoozedUntil", "a day from 2026-06-16 to 2031-06-15"),
            ("""{"everyWeeks":0}""", "everyWeeks", "from 1 to 104"),
            ("""{"everyWeeks":105}""", "everyWeeks", "from 1 to 104"),
            ("""{"resting":true,"pinned":true}""", "pinned", "false while resting is true"),
            ($$"""{"tags":["{{new string('x', 41)}}"]}""", "tags", "at most 20 tags of 1 to 40 characters"),
            ($$"""{"tags":[{{string.Join(',', Enumerable.Range(0, 21).Select(n => $"\"t{n}\""))}}]}""", "tags", "at most 20 tags of 1 to 40 characters"),
            ($$"""{"note":"{{new string('x', 2001)}}"}""", "note", "at most 2000 characters"),
            ("""{"snoozedUntil":"soon"}""", "request", "/scalar"),
            ("""{"everyWeeks":"six"}""", "request", "/scalar"),
            ("null", "request", "/scalar"),
            ("", "request", "/scalar"),
        })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await api.Client.PutAsync($"/api/contacts/{id}/preferences", content, Cancellation);
            await ProblemAssert.SaysAsync(response, HttpStatusCode.BadRequest, words);
            Assert.Contains(field, await ProblemAssert.IsProblemAsync(response, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        }

        Assert.Equal(before.ToString(), (await LookUpAsync(api, Ana)).ToString());
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("0")]
    [InlineData("ana")]
    public async Task Nothing_can_be_said_of_nobody(string id)
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        using var wished = await api.PutAsync($"/api/contacts/{id}/preferences", new { pinned = true });
        using var dismissed = await api.PostAsync($"/api/contacts/{id}/dismiss");
        using var takenBack = await api.Client.DeleteAsync($"/api/contacts/{id}/dismiss", Cancellation);
        foreach (var response in new[] { wished, dismissed, takenBack })
        {
            await ProblemAssert.SaysAsync(response, HttpStatusCode.NotFound, "read it again");
        }
    }

    private static ServedMailbox Mailbox() => new ServedMailbox()
        .Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 200)
        .Exchange(Somebody(Ben, "Ben Holt"), weeks: 10, silentDays: 200)
        .Exchange(Somebody(AnaToo, "Fox, Ana"), weeks: 6, silentDays: 200)
        .Exchange(Somebody("noreply@there.example"), weeks: 5, silentDays: 200);

    private static async Task<JsonElement> WishAsync(RunningApi api, string address, object wanted)
    {
        using var response = await api.PutAsync($"/api/contacts/{await api.IdOfAsync(address)}/preferences", wanted);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static string Wanted(string? snoozedUntil = null, bool resting = false, bool pinned = false, int? everyWeeks = null, string[]? tags = null, string? note = null) =>
        JsonSerializer.Serialize(new { snoozedUntil, resting, pinned, everyWeeks, tags = tags ?? [], note });

    private static string Preferences(JsonElement person) => JsonSerializer.Serialize(person.GetProperty("preferences"));

    private static async Task<JsonElement> LookUpAsync(RunningApi api, string address) =>
        (await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("contact");

    private static async Task<(string Code, string Text)> StatusAsync(RunningApi api, string address)
    {
        var status = (await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("status");
        return (status.GetProperty("code").GetString()!, status.GetProperty("text").GetString()!);
    }

    private static async Task<List<string>> ListAsync(RunningApi api) =>
        [.. (await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("address").GetString()!)];
}
