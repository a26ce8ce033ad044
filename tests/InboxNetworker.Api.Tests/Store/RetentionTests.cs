using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using Microsoft.EntityFrameworkCore;
using static InboxNetworker.Api.Tests.Store.StoreFile;

namespace InboxNetworker.Api.Tests.Store;

/// <summary>Three years by default.</summary>
public sealed class RetentionTests : IAsyncDisposable
{
    private const double Old = 4 * 365, Young = 100;

    private static readonly (string Address, string Name) Ana = ("ana.fox@there.example", "Ana Fox"), Ben = ("ben.holt@there.example", "Ben Holt");

    private static readonly SeenItem[] Mails = [Sent("1", Young, "Lately", Ana), Sent("2", Old, "Long ago", Ana, Ben), Sent("3", Old + 1, "Longer ago", Ben), Sent("3 copied", Old + 1, "Longer ago", Ben)];

    private readonly StoreFile _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_items_go_and_the_weekly_histories_and_last_topics_stay()
    {
        var mailbox = await ReadAsync("owner");
        var before = await _store.PeopleAsync(mailbox);

        Assert.Equal(3, await DropAsync(mailbox));

        Assert.Equal(before, await _store.PeopleAsync(mailbox));
        Assert.Contains("Long ago", before, StringComparison.Ordinal);
        Assert.Equal(1, await ItemsAsync(mailbox));
    }

    [Fact]
    public async Task What_was_dropped_is_not_counted_again_when_everything_is_read_from_the_beginning()
    {
        var mailbox = await ReadAsync("owner");
        await DropAsync(mailbox);
        var (people, digest) = (await _store.PeopleAsync(mailbox), await _store.DigestAsync(mailbox));

        await BeginAgainAsync(mailbox);
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await _store.WriteAsync(mailbox, "archive", Sent("2 moved", Old, "Long ago", Ana, Ben), Sent("1", Young, "Lately", Ana));
        await _store.WriteAsync(mailbox, "inbox", Gone("1"), Gone("2"));

        Assert.Equal((people, digest), (await _store.PeopleAsync(mailbox), await _store.DigestAsync(mailbox)));
        Assert.Equal(1, await ItemsAsync(mailbox));
    }

    [Fact]
    public async Task A_meeting_that_was_dropped_is_not_counted_again_with_the_next_look_at_the_calendar()
    {
        var mailbox = await ReadAsync("owner");
        var calendar = new MeetingPage([Met("m", Old, "Lunch", Ben), Met("n", Young, "Dinner", Ana)], RunningApi.Now.AddDays(-9999), RunningApi.Now, RunningApi.Now);
        await _store.UseAsync(db => new PageWriter(db).WriteAsync(mailbox, calendar, Cancellation));
        await DropAsync(mailbox);
        var people = await _store.PeopleAsync(mailbox);

        await _store.UseAsync(db => new PageWriter(db).WriteAsync(mailbox, calendar, Cancellation));

        Assert.Equal(people, await _store.PeopleAsync(mailbox));
        Assert.Equal(2, (await _store.UseAsync(db => db.MailboxAsync(mailbox, Cancellation)))!.MeetingsRead);
    }

    [Fact]
    public async Task A_mail_as_old_that_comes_late_is_taken_for_counted_and_a_young_one_is_counted()
    {
        var mailbox = await ReadAsync("owner");
        await DropAsync(mailbox);
        var before = await _store.PeopleAsync(mailbox);

        await _store.WriteAsync(mailbox, "inbox", Sent("late", Old + 2, "Found in an attic", Ben), Sent("late too", Old + 3, "Of nobody known", ("cy@there.example", "Cy Lee")));
        Assert.Equal(before, await _store.PeopleAsync(mailbox));

        await _store.WriteAsync(mailbox, "inbox", Sent("4", Young + 1, "Also lately", Ben));
        Assert.NotEqual(before, await _store.PeopleAsync(mailbox));
    }

    [Fact]
    public async Task Whole_weeks_go_so_that_what_is_taken_back_is_counted_anew_rightly()
    {
        var mailbox = await ReadAsync("owner");
        await DropAsync(mailbox);

        var dropped = (await _store.UseAsync(db => db.RetentionAsync(mailbox, Cancellation)))!.DroppedBefore;
        Assert.Equal((DayOfWeek.Monday, TimeSpan.Zero), (dropped!.Value.DayOfWeek, dropped.Value.TimeOfDay));
        Assert.True(dropped <= RunningApi.Now.AddYears(-3) && dropped > RunningApi.Now.AddYears(-3).AddDays(-7));
    }

    [Fact]
    public async Task Before_a_reading_has_gone_through_nothing_is_taken_for_counted()
    {
        var mailbox = await ReadAsync("owner");
        await _store.WriteAsync(mailbox, "archive", Sent("5", Old + 9, "From another folder", Ana));

        Assert.Equal(5, await ItemsAsync(mailbox));
        Assert.Null((await _store.UseAsync(db => db.RetentionAsync(mailbox, Cancellation)))!.DroppedBefore);
    }

    [Fact]
    public async Task Zero_years_keep_everything_and_another_mailbox_keeps_its_own()
    {
        var (mailbox, other) = (await ReadAsync("owner"), await ReadAsync("another"));
        await _store.UseAsync(db => db.RetainAsync(other, 0, Cancellation));
        var before = await _store.DigestAsync(other);

        await DropAsync(mailbox);
        Assert.Equal(0, await DropAsync(other));

        Assert.Equal(before, await _store.DigestAsync(other));
        Assert.Equal(4, await ItemsAsync(other));
    }

    [Fact]
    public async Task Old_mails_deleted_in_the_mailbox_do_not_have_a_folder_read_from_the_beginning()
    {
        var mailbox = await ReadAsync("owner");
        await DropAsync(mailbox);
        await _store.WriteAsync(mailbox, "inbox", Gone("2"), Gone("3"), Gone("3 copied"));
        await _store.UseAsync(async db => { await new FolderWriter(db).SaveAsync(mailbox, new Dictionary<string, int> { ["inbox"] = 1, ["archive"] = 0 }, Cancellation); return 0; });

        for (var reading = 0; reading < 4; reading++)
        {
            Assert.Equal(0, await _store.UseAsync(db => new FolderWriter(db).ReconcileAsync(mailbox, RunningApi.Now.AddHours(reading), Cancellation)));
        }

        Assert.Equal(1, (await _store.UseAsync(db => db.FoldersAsync(mailbox, Cancellation)))["inbox"].MessagesHeld);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private async Task<long> ReadAsync(string owner)
    {
        var mailbox = await _store.MailboxAsync(owner);
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await _store.WriteAsync(mailbox, "archive");
        return mailbox;
    }

    private Task<int> DropAsync(long mailbox) => _store.UseAsync(db => new Retention(db).DropAsync(mailbox, RunningApi.Now, Cancellation));

    private Task<int> ItemsAsync(long mailbox) => _store.UseAsync(db => db.Items.CountAsync(i => i.MailboxId == mailbox, Cancellation));

    private Task<int> BeginAgainAsync(long mailbox) => _store.UseAsync(async db =>
    {
        await new FolderWriter(db).BeginAgainAsync(mailbox, "inbox", Cancellation);
        return 0;
    });
}
