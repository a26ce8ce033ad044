using System.Net.Http.Json;
using System.Net;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Data;
using InboxNetworker.GraphEmulator.Control;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Contacts;

/// <summary>A suggestion that was taken up or dismissed does not nag, and neither does one to somebody who does not answer.</summary>
public sealed class PauseTests
{
    private const string Ana = "ana.fox@there.example", Ben = "ben.holt@there.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_dismissed_comes_back_after_fourteen_days()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        Assert.Equal([Ana, Ben], await ListAsync(api));

        using var response = await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/dismiss");
        var said = (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("status");

        Assert.Equal(("dismissed", "You said «not now» on 15 June 2026; Ana may come up again from 29 June 2026."), (said.GetProperty("code").GetString(), said.GetProperty("text").GetString()));
        Assert.Equal([Ben], await ListAsync(api));
        api.Time.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        Assert.Equal([Ben], await ListAsync(api));
        api.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([Ana, Ben], await ListAsync(api));
    }

    [Fact]
    public async Task A_dismissal_can_be_taken_back_and_again_when_there_is_none()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var id = await api.IdOfAsync(Ana);
        (await api.PostAsync($"/api/contacts/{id}/dismiss")).EnsureSuccessStatusCode();

        for (var times = 0; times < 2; times++)
        {
            using var response = await api.Client.DeleteAsync($"/api/contacts/{id}/dismiss", Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal([Ana, Ben], await ListAsync(api));
        }
    }

    [Fact]
    public async Task Who_was_written_a_draft_is_not_suggested_for_fourteen_days_and_looking_at_one_is_not_writing_it()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var id = await api.IdOfAsync(Ana);
        using var looked = await api.PostAsync($"/api/contacts/{id}/drafts");
        Assert.Equal([Ana, Ben], await ListAsync(api));

        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "Hello", text = "Hi Ana" });

        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        Assert.Equal([Ben], await ListAsync(api));
        Assert.Equal(("drafted", "You made a draft to Ana on 15 June 2026; Ana may come up again from 29 June 2026."), await StatusAsync(api, Ana));
        Assert.Equal(RunningApi.Now, (await api.GetAsync($"/api/contacts/{await api.IdOfAsync(Ana)}")).GetProperty("outcome").GetProperty("draftedAt").GetDateTimeOffset());
        api.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal([Ana, Ben], await ListAsync(api));
    }

    [Fact]
    public async Task Who_is_pinned_stays_in_view_whatever_was_done()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var id = await api.IdOfAsync(Ben);
        using var pinned = await api.PutAsync($"/api/contacts/{id}/preferences", new { pinned = true });
        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "Hello", text = "Hi Ben" });
        using var dismissed = await api.PostAsync($"/api/contacts/{id}/dismiss");

        Assert.Equal([Ben, Ana], await ListAsync(api));
    }

    [Fact]
    public async Task After_three_unanswered_mails_a_person_is_left_in_peace_until_they_write()
    {
        await using var mailbox = Mailbox().Sent(Somebody(Ana), 150).Sent(Somebody(Ana), 130).Sent(Somebody(Ana), 110);
        await using var api = await mailbox.ReadAsync();
        Assert.Equal([Ben], await ListAsync(api));
        Assert.Equal(("unanswered", "Your last 3 mails to Ana have had no answer yet; a line from Ana changes that."), await StatusAsync(api, Ana));

        mailbox.Control.AddMessage(new NewMessage("inbox", Somebody(Ana, "Ana Fox"), [Somebody("owner@here.example")], "At last", RunningApi.Now.AddDays(-105)));
        await api.ReadAgainAsync();

        Assert.Equal([Ana, Ben], await ListAsync(api));
    }

    [Fact]
    public async Task On_the_sample_everybody_is_either_on_the_list_or_told_why_not()
    {
        await using var api = await RunningApi.StartAsync();
        await api.WaitForReadingAsync();
        var said = await ListAsync(api, "id");
        object[] wishes = [new { resting = true }, new { snoozedUntil = "2027-01-01" }, new { everyWeeks = 104 }, new { everyWeeks = 1 }, new { pinned = true }];
        for (var n = 0; n < wishes.Length; n++)
        {
            (await api.PutAsync($"/api/contacts/{said[n]}/preferences", wishes[n])).EnsureSuccessStatusCode();
        }

        (await api.PostAsync($"/api/contacts/{said[wishes.Length]}/dismiss")).EnsureSuccessStatusCode();
        var listed = (await ListAsync(api, "id")).ToHashSet();

        var codes = new Dictionary<string, int>();
        foreach (var address in await AddressesAsync(api))
        {
            var found = await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}");
            var status = found.GetProperty("status");
            var code = status.GetProperty("code").GetString()!;
            Assert.Equal((address, listed.Contains(found.GetProperty("contact").GetProperty("id").GetString()!)), (address, status.GetProperty("listed").GetBoolean()));
            Assert.Equal((address, code is "dormant" or "fading" or "wished"), (address, status.GetProperty("listed").GetBoolean()));
            Assert.False(string.IsNullOrWhiteSpace(status.GetProperty("text").GetString()));
            codes[code] = codes.GetValueOrDefault(code) + 1;
        }

        Assert.Superset(new HashSet<string> { "dormant", "wished", "resting", "snoozed", "not-due", "dismissed", "in-touch", "too-little", "left-out-automatic" }, codes.Keys.ToHashSet());
    }

    private static ServedMailbox Mailbox() => new ServedMailbox()
        .Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 200)
        .Exchange(Somebody(Ben, "Ben Holt"), weeks: 10, silentDays: 200);

    private static async Task<List<string>> AddressesAsync(RunningApi api) =>
        await api.Services.GetRequiredService<IDbContextFactory<NetworkContext>>().UseAsync(db => db.Addresses.Select(a => a.Value).ToListAsync(Cancellation), Cancellation);

    private static async Task<(string Code, string Text)> StatusAsync(RunningApi api, string address)
    {
        var status = (await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("status");
        return (status.GetProperty("code").GetString()!, status.GetProperty("text").GetString()!);
    }

    /// <summary>The whole list, page by page.</summary>
    private static async Task<List<string>> ListAsync(RunningApi api, string what = "address")
    {
        List<string> all = [];
        string? cursor = null;
        do
        {
            var page = await api.GetAsync("/api/reconnect?limit=7" + (cursor is null ? "" : $"&cursor={cursor}"));
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(what).GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        return all;
    }
}
