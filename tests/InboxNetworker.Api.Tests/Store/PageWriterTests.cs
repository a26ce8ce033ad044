using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Sqlite;
using InboxNetworker.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Tests.Store;

public sealed class PageWriterTests : IAsyncDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writing_a_page_twice_changes_nothing()
    {
        var mailbox = await OpenAsync("store.db");
        var page = Page("folder-1", Mail("ana@there.example", daysAgo: 3, "One"), Mail("bo@there.example", daysAgo: 2, "Two"));
        await WriteAsync("store.db", mailbox, page);
        var once = await PictureAsync("store.db", mailbox);

        await WriteAsync("store.db", mailbox, page);

        Assert.Equal(once, await PictureAsync("store.db", mailbox));
        Assert.Equal(2, await CountAsync("store.db"));
    }

    [Fact]
    public async Task Meetings_are_found_by_their_ids_without_looking_through_all_items()
    {
        var mailbox = await OpenAsync("store.db");
        await using var db = Open("store.db");
        var ids = new long[] { 1, 2, 3 };
        var query = db.Items.Where(i => i.MailboxId == mailbox && i.FolderId == null && ids.Contains(i.Id)).Select(i => i.At);
        await using var command = query.CreateDbCommand();
        await command.Connection!.OpenAsync(Cancellation);
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var plan = await command.ExecuteReaderAsync(Cancellation);

        Assert.True(await plan.ReadAsync(Cancellation));
        Assert.Contains("Id=?", plan.GetString(3).Split(" AND ")[^1], StringComparison.Ordinal);
        Assert.Contains("IX_item", plan.GetString(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_of_pages_does_not_matter()
    {
        var pages = Enumerable.Range(0, 6).Select(n => Page("folder-1",
            Mail("ana@there.example", daysAgo: n, $"Subject {n}", "Ana Fox"),
            Mail("bo@there.example", daysAgo: 1, $"Same second {n}"),
            Mail("ana@there.example", daysAgo: 10 * n, "Another"))).ToList();
        var forwards = await OpenAsync("forwards.db");
        var backwards = await OpenAsync("backwards.db");

        foreach (var page in pages)
        {
            await WriteAsync("forwards.db", forwards, page);
        }

        foreach (var page in Enumerable.Reverse(pages))
        {
            await WriteAsync("backwards.db", backwards, page);
        }

        Assert.Equal(await PictureAsync("forwards.db", forwards), await PictureAsync("backwards.db", backwards));
    }

    [Fact]
    public async Task A_page_that_fails_at_whatever_point_leaves_neither_its_rows_nor_its_cursor()
    {
        var mailbox = await OpenAsync("store.db");
        await WriteAsync("store.db", mailbox, Page("folder-1", Mail("ana@there.example", 3, "One")) with { Cursor = "first" });
        var before = await PictureAsync("store.db", mailbox);
        var page = Page("folder-1", Mail("ana@there.example", 2, "Two"), Mail("bo@there.example", 1, "Three")) with { Cursor = "second" };

        // SQLite asks every few steps of its machine whether to go on; the power goes at the first, the second … time it asks.
        var stops = 0;
        for (var stopped = true; stopped; stops++)
        {
            await using var db = Open("store.db");
            await db.Database.OpenConnectionAsync(Cancellation);
            var (asked, stopAt) = (0, stops);
            SQLitePCL.raw.sqlite3_progress_handler(((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection()).Handle, 20, _ => asked++ >= stopAt ? 1 : 0, null);
            stopped = await Record.ExceptionAsync(() => new PageWriter(db).WriteAsync(mailbox, page, Cancellation)) is not null;
            SQLitePCL.raw.sqlite3_progress_handler(((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection()).Handle, 0, null, null);
            if (stopped)
            {
                Assert.Equal(before, await PictureAsync("store.db", mailbox));
                await using var read = Open("store.db");
                Assert.Equal("first", (await read.FoldersAsync(mailbox, Cancellation))["folder-1"].Cursor);
            }
        }

        Assert.True(stops > 8, $"only {stops} times");
        Assert.NotEqual(before, await PictureAsync("store.db", mailbox));
    }

    [Fact]
    public async Task Copies_under_other_ids_count_once_and_stay_counted_until_the_last_one_changes()
    {
        var mailbox = await OpenAsync("store.db");
        var copy = Mail("ana@there.example", 3, "One");
        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("first", copy), Seen("second", copy)));
        Assert.Equal(1, await CountAsync("store.db"));

        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("first", Mail("ana@there.example", 3, "One, corrected"))));
        Assert.Equal(2, await CountAsync("store.db"));

        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("second", Mail("ana@there.example", 3, "One, corrected"))));
        Assert.Equal(1, await CountAsync("store.db"));
        Assert.Contains("One, corrected", await PictureAsync("store.db", mailbox), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_seen_again_keeps_to_whom_it_was_counted_with_when_an_address_is_no_longer_the_owners()
    {
        var mailbox = await OpenAsync("store.db");
        var counted = Mail("ana@there.example", 3, "One");
        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("x", counted)));
        var before = await DigestAsync("store.db", mailbox);
        Assert.True(EmailAddress.TryParse("owner.once@there.example", out var once));
        var now = counted with { Interactions = [.. counted.Interactions, counted.Interactions[0] with { Counterpart = once }] };

        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("x", now), Seen("a copy", now)));

        Assert.Equal(before, await DigestAsync("store.db", mailbox));
        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("x", Mail("ana@there.example", 3, "Two")), Seen("a copy", Mail("ana@there.example", 3, "Two"))));
        Assert.Equal(1, await CountAsync("store.db"));
    }

    [Fact]
    public async Task A_changed_message_is_counted_anew_as_if_it_had_never_been_otherwise()
    {
        var changed = await OpenAsync("changed.db");
        var clean = await OpenAsync("clean.db");
        var other = Mail("ana@there.example", 9, "Before", "Ana Fox");
        await WriteAsync("changed.db", changed, Page("folder-1", Seen("x", Mail("ana@there.example", 3, "Draft of a plan")), Seen("y", other), Seen("z", Mail("bo@there.example", 3, "Mistake"))));
        await WriteAsync("changed.db", changed, Page("folder-1", Seen("x", Mail("ana@there.example", 3, "A plan")), new SeenItem(ItemId.Of("z"), RunningApi.Now.AddDays(-3), null)));

        await WriteAsync("clean.db", clean, Page("folder-1", Seen("x", Mail("ana@there.example", 3, "A plan")), Seen("y", other)));

        Assert.Equal(await DigestAsync("clean.db", clean), await DigestAsync("changed.db", changed));
    }

    [Fact]
    public async Task A_removed_or_moved_message_stays_counted()
    {
        var mailbox = await OpenAsync("store.db");
        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("x", Mail("ana@there.example", 3, "One")), Seen("y", Mail("bo@there.example", 4, "Two"))));
        var before = await DigestAsync("store.db", mailbox);

        await WriteAsync("store.db", mailbox, Page("folder-1", Gone("x"), Gone("never seen")));
        await WriteAsync("store.db", mailbox, Page("folder-2", Seen("y", Mail("bo@there.example", 4, "Two"))));
        await WriteAsync("store.db", mailbox, Page("folder-1", Gone("y")));

        Assert.Equal(before, await DigestAsync("store.db", mailbox));
        await using var db = Open("store.db");
        Assert.Equal([0, 1], (await db.FoldersAsync(mailbox, Cancellation)).OrderBy(f => f.Key).Select(f => f.Value.MessagesHeld));
    }

    [Fact]
    public async Task A_mail_counted_in_sent_items_stays_what_it_was_when_it_is_moved()
    {
        var mailbox = await OpenAsync("store.db");
        var sent = Mail("ana@there.example", 3, "Sent for the owner");
        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("x", sent)));
        var before = await DigestAsync("store.db", mailbox);

        await WriteAsync("store.db", mailbox, Page("folder-2", new SeenItem(ItemId.Of("x"), sent.At, null, Elsewhere: sent.Source)));

        Assert.Equal(before, await DigestAsync("store.db", mailbox));
    }

    [Fact]
    public async Task A_folder_in_which_a_message_stays_missing_is_read_again_and_what_cannot_be_had_is_borne()
    {
        var mailbox = await OpenAsync("store.db");
        await WriteAsync("store.db", mailbox, Page("folder-1", Seen("x", Mail("ana@there.example", 3, "One"))));
        await WriteAsync("store.db", mailbox, Page("folder-2", Array.Empty<SeenItem>()));
        var now = RunningApi.Now;
        var begun = new List<int>();
        for (var reading = 0; reading < 12; reading++)
        {
            await using var db = Open("store.db");
            begun.Add(await new FolderWriter(db).ReconcileAsync(mailbox, now.AddHours(reading), Cancellation));
            await WriteAsync("store.db", mailbox, Page("folder-1", Seen("x", Mail("ana@there.example", 3, "One"))));
        }

        // Ten are said to be there and one is: looked for once, then known to be missing for good.
        Assert.Equal(0, begun[0]);
        Assert.Equal(1, begun[1]);
        Assert.All(begun.Skip(2), count => Assert.Equal(0, count));
        Assert.Equal(1, await CountAsync("store.db"));
    }

    [Fact]
    public async Task Two_addresses_of_one_person_become_one_contact_that_keeps_its_id()
    {
        var mailbox = await OpenAsync("store.db");
        await WriteAsync("store.db", mailbox, Page("folder-1", Mail("ana@old.example", 300, "One"), Mail("ana@new.example", 100, "Two")));
        Assert.True(EmailAddress.TryParse("ana@old.example", out var old));
        Assert.True(EmailAddress.TryParse("ana@new.example", out var newer));
        await using var db = Open("store.db");
        var first = (await db.RelationshipAsync(mailbox, old, Cancellation))!.Person.Id;

        for (var time = 0; time < 2; time++)
        {
            await new ContactWriter(db).ApplyAsync(mailbox, [new DirectoryEntry([old, newer], "Ana Fox", DirectoryKind.Person, "IT", null, "Engineer")], Cancellation);
        }

        var person = Assert.Single(await db.RelationshipsAsync(mailbox, Cancellation));
        Assert.Equal(Math.Min(first, person.Person.Id), person.Person.Id);
        Assert.Equal(["ana@new.example", "ana@old.example"], person.Person.Addresses.Select(a => a.Value));
        Assert.Equal("IT", person.Person.Department);
        Assert.Equal(2, person.History.Weeks.Length);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static CountedItem Mail(string from, double daysAgo, string subject, string? name = null)
    {
        Assert.True(EmailAddress.TryParse(from, out var address));
        var at = RunningApi.Now.AddDays(-daysAgo);
        var key = ContentKey.Of(Channel.Mail, address, at, [], subject);
        return new CountedItem([new Interaction(key, address, at, Channel.Mail, Direction.In)], subject, [new Participant(address, name)]);
    }

    private static SeenItem Seen(string id, CountedItem item) => new(ItemId.Of(id), item.At, item);

    private static SeenItem Gone(string id) => new(ItemId.Of(id), default, null, Gone: true);

    private static MessagePage Page(string folder, params CountedItem[] items) => Page(folder, [.. items.Select(i => Seen($"{i.Source.Value}", i))]);

    private static MessagePage Page(string folder, params SeenItem[] items) => new(items, folder, "cursor", true);

    private async Task<string> DigestAsync(string file, long mailbox)
    {
        await using var db = Open(file);
        return await db.DigestAsync(mailbox, Cancellation);
    }

    private async Task<long> OpenAsync(string file)
    {
        await using var db = Open(file);
        await db.Database.MigrateAsync(Cancellation);
        Assert.True(EmailAddress.TryParse(MailboxFile.Owner, out var owner));
        var mailbox = await db.OpenMailboxAsync("owner-id", "Owner", new OwnPlace([owner]), Cancellation);
        await new FolderWriter(db).SaveAsync(mailbox.Id, new Dictionary<string, int> { ["folder-1"] = 10, ["folder-2"] = 0 }, Cancellation);
        return mailbox.Id;
    }

    private async Task WriteAsync(string file, long mailbox, Page page, CancellationToken? cancellation = null)
    {
        await using var db = Open(file);
        await new PageWriter(db).WriteAsync(mailbox, page, cancellation ?? Cancellation);
    }

    private async Task<int> CountAsync(string file)
    {
        await using var db = Open(file);
        return await db.Items.Where(i => i.Key != 0).Select(i => i.Key).Distinct().CountAsync(Cancellation);
    }

    /// <summary>Everything stored of the relationships, without ids.</summary>
    private async Task<string> PictureAsync(string file, long mailbox)
    {
        await using var db = Open(file);
        var relationships = await db.RelationshipsAsync(mailbox, Cancellation);
        return string.Join('\n', relationships.OrderBy(r => r.Person.Address.Value, StringComparer.Ordinal)
            .Select(r => $"{r.Person.Name} {r.Person.Address} {r.LastSubject} {r.LastMeeting} {Convert.ToHexString(r.History.ToBytes())}"));
    }

    private NetworkContext Open(string file)
    {
        var options = new DbContextOptionsBuilder<NetworkContext>();
        options.UseSqliteStore(_folder.At(file));
        return new NetworkContext(options.Options);
    }
}
