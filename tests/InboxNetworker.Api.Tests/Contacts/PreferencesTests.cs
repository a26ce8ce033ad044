using System.Net;
using System.Text;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.Control;
using static InboxNetworker.Api.Tests.Contacts.Wishes;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Contacts;

/// <summary>What the owner wishes of a person is heard at once.</summary>
public sealed class PreferencesTests
{
    private const string Daily = "daily.friend@there.example";

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
}
