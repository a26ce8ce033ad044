using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using Microsoft.EntityFrameworkCore;
using static InboxNetworker.Api.Tests.Store.StoreFile;

namespace InboxNetworker.Api.Tests.Store;

public sealed class ForgettingTests : IAsyncDisposable
{
    private static readonly (string Address, string Name) Ana = ("ana.fox@there.example", "Ana Fox"), Ben = ("ben.holt@there.example", "Ben Holt");

    private static readonly SeenItem[] Mails =
    [
        Sent("1", 30, "Only Ana", Ana), Sent("2", 31, "Both", Ana, Ben), Sent("2 copied", 31, "Both", Ana, Ben), Sent("3", 32, "Only Ben", Ben), Sent("4", 400, "Both, long ago", Ben, Ana),
    ];

    private readonly StoreFile _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_to_several_counts_for_the_others_when_one_of_them_is_forgotten()
    {
        var mailbox = await _store.MailboxAsync("owner");
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await ForgetAsync(mailbox, Ana.Address);

        var left = Assert.Single(await _store.UseAsync(db => db.RelationshipsAsync(mailbox, Cancellation)));
        Assert.Equal((Ben.Name, 3), (left.Person.Name, left.History.Weeks.Sum(w => w.Sent.Count)));
    }

    [Fact]
    public async Task What_comes_again_of_somebody_forgotten_changes_nothing()
    {
        var mailbox = await _store.MailboxAsync("owner");
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await ForgetAsync(mailbox, Ana.Address);
        var before = await _store.DigestAsync(mailbox);

        await _store.WriteAsync(mailbox, "inbox", Mails);
        await _store.WriteAsync(mailbox, "archive", Mails);
        await _store.UseAsync(db => new PageWriter(db).WriteAsync(mailbox, Calendar(Met("m", 3, "Lunch", Ana)), Cancellation));
        await ApplyDirectoryAsync(mailbox, Ana.Address, "ana@elsewhere.example");

        Assert.Equal(before, await _store.DigestAsync(mailbox));
        Assert.False(_store.Holds(Ana.Address) || _store.Holds(Ana.Name));
    }

    [Fact]
    public async Task A_store_in_which_somebody_was_forgotten_is_as_one_that_never_knew_them()
    {
        var (mailbox, other) = (await _store.MailboxAsync("owner"), await _store.MailboxAsync("another"));
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await ForgetAsync(mailbox, Ana.Address);
        await _store.WriteAsync(other, "inbox", [.. Mails.Select(m => m.Counted!.Interactions.Any(i => i.Counterpart.Value == Ben.Address) ? Sent($"{m.Id.Value}", (RunningApi.Now - m.At).TotalDays, m.Counted!.Subject!, Ben) : null).OfType<SeenItem>()]);

        Assert.Equal(await _store.PeopleAsync(other), await _store.PeopleAsync(mailbox));
    }

    [Fact]
    public async Task Whoever_is_remembered_is_counted_again_as_if_nothing_had_been()
    {
        var mailbox = await _store.MailboxAsync("owner");
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await _store.UseAsync(db => new PageWriter(db).WriteAsync(mailbox, Calendar(Met("m", 3, "Lunch", Ana), Met("n", 4, "Dinner", Ana, Ben)), Cancellation));
        var before = await _store.DigestAsync(mailbox);
        await ForgetAsync(mailbox, Ana.Address);
        Assert.NotEqual(before, await _store.DigestAsync(mailbox));

        Assert.True(await _store.UseAsync(db => db.RememberAsync(mailbox, Address(Ana.Address), RunningApi.Now, Cancellation)));
        await _store.UseAsync(async db => { await new FolderWriter(db).BeginAgainWhereAskedAsync(mailbox, Cancellation); return 0; });
        Assert.All((await _store.UseAsync(db => db.FoldersAsync(mailbox, Cancellation))).Values, folder => Assert.Null(folder.Cursor));
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await _store.UseAsync(db => new PageWriter(db).WriteAsync(mailbox, Calendar(Met("m", 3, "Lunch", Ana), Met("n", 4, "Dinner", Ana, Ben)), Cancellation));

        Assert.Equal(before, await _store.DigestAsync(mailbox));
        Assert.Equal(2, (await _store.UseAsync(db => db.MailboxAsync(mailbox, Cancellation)))!.MeetingsRead);
        Assert.False(await _store.UseAsync(db => db.RememberAsync(mailbox, Address(Ana.Address), RunningApi.Now, Cancellation)));
    }

    [Fact]
    public async Task Every_word_on_them_goes_too_and_every_alert_that_names_them()
    {
        var mailbox = await _store.MailboxAsync("owner");
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await _store.UseAsync(async db =>
        {
            await db.DraftedAsync(mailbox, [Address(Ana.Address), Address(Ben.Address)], RunningApi.Now, Cancellation);
            await db.ChooseAsync(mailbox, [new IdentityChoice(Address(Ana.Address), Address(Ben.Address), Same: false)], Cancellation);
            Assert.True(FilterPattern.TryParse(Ana.Address, out var pattern));
            await db.ChooseAsync(mailbox, pattern, leftOut: false, Cancellation);
            db.Alerts.AddRange(Alert(Ana.Address, Ana.Name, "Plans"), Alert(Ben.Address, Ben.Name, "Last mail: Plans\nAna Fox is there too."));
            await db.SaveChangesAsync(Cancellation);
            var ids = await db.Alerts.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(Cancellation);
            db.Outbox.AddRange(Delivery($"todo-{ids[0]}", $"{ids[0]}"), Delivery("digest", $"{ids[0]} {ids[1]}"));
            await db.SaveChangesAsync(Cancellation);
            return 0;
        });
        Assert.True(_store.Holds(Ana.Name));

        await ForgetAsync(mailbox, Ana.Address);

        Assert.False(_store.Holds(Ana.Address) || _store.Holds(Ana.Name));
        await using var db = _store.Open();
        var alert = Assert.Single(await db.Alerts.ToListAsync(Cancellation));
        Assert.Equal("Last mail: Plans", alert.Brief);
        Assert.Equal($"{alert.Id}", Assert.Single(await db.Outbox.ToListAsync(Cancellation)).Alerts);
        Assert.Equal(Ben.Address, Assert.Single(await db.OwnersWords.ToListAsync(Cancellation)).Address);

        AlertRow Alert(string address, string name, string brief) =>
            new() { MailboxId = mailbox, Address = address, Name = name, Title = name, Text = name, Brief = brief, RaisedAt = RunningApi.Now, EndsAt = RunningApi.Now, DueOn = RunningApi.Now };
        OutboxRow Delivery(string key, string alerts) => new() { MailboxId = mailbox, Key = key, Alerts = alerts };
    }

    [Fact]
    public async Task A_draft_to_somebody_forgotten_leaves_no_trace_here()
    {
        var mailbox = await _store.MailboxAsync("owner");
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await ForgetAsync(mailbox, Ana.Address);

        await _store.UseAsync(async db => { await db.DraftedAsync(mailbox, [Address(Ana.Address)], RunningApi.Now, Cancellation); return 0; });

        Assert.False(_store.Holds(Ana.Address));
    }

    [Fact]
    public async Task Another_mailbox_of_the_store_keeps_what_one_forgets()
    {
        var (mailbox, other) = (await _store.MailboxAsync("owner"), await _store.MailboxAsync("another"));
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await _store.WriteAsync(other, "inbox", Mails);
        var before = await _store.DigestAsync(other);

        Assert.False(await _store.UseAsync(async db => await new Forgetting(db).ForgetAsync(mailbox, await _store.ContactAsync(other, Ana.Address), RunningApi.Now, Cancellation)));
        await ForgetAsync(mailbox, Ana.Address);
        await _store.WriteAsync(other, "archive", Sent("5", 5, "New", Ana));

        Assert.NotEqual(before, await _store.DigestAsync(other));
        Assert.Equal((1, 0), (await _store.UseAsync(db => db.ForgottenCountAsync(mailbox, Cancellation)), await _store.UseAsync(db => db.ForgottenCountAsync(other, Cancellation))));
        Assert.False(await _store.UseAsync(db => db.IsForgottenAsync(other, Address(Ana.Address), Cancellation)));
        await using var check = _store.Open();
        Assert.Equal(5 + 1, await check.Items.CountAsync(i => i.MailboxId == other && i.Key != 0, Cancellation));
    }

    [Fact]
    public async Task The_salt_of_each_mailbox_is_its_own()
    {
        var (mailbox, other) = (await _store.MailboxAsync("owner"), await _store.MailboxAsync("another"));
        await _store.WriteAsync(mailbox, "inbox", Mails);
        await _store.WriteAsync(other, "inbox", Mails);
        await ForgetAsync(mailbox, Ana.Address);
        await ForgetAsync(other, Ana.Address);

        await using var db = _store.Open();
        var hashes = await db.Forgotten.Select(f => f.Hash).ToListAsync(Cancellation);
        Assert.Equal([32, 32], hashes.Select(h => h.Length));
        Assert.NotEqual(hashes[0], hashes[1]);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static MeetingPage Calendar(params SeenItem[] meetings) => new(meetings, RunningApi.Now.AddDays(-100), RunningApi.Now, RunningApi.Now);

    private async Task ForgetAsync(long mailbox, string address)
    {
        var contact = await _store.ContactAsync(mailbox, address);
        Assert.True(await _store.UseAsync(db => new Forgetting(db).ForgetAsync(mailbox, contact, RunningApi.Now, Cancellation)));
    }

    private Task<int> ApplyDirectoryAsync(long mailbox, params string[] addresses) => _store.UseAsync(async db =>
    {
        await new ContactWriter(db).ApplyAsync(mailbox, [new DirectoryEntry([.. addresses.Select(Address)], Ana.Name, DirectoryKind.Person, "IT", null, null)], Cancellation);
        return 0;
    });
}
