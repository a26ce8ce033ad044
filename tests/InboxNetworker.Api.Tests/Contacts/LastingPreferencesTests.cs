using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Contacts.Wishes;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Contacts;

/// <summary>What the owner wishes of a person outlives every reading, merging and parting.</summary>
public sealed class LastingPreferencesTests
{
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
}
