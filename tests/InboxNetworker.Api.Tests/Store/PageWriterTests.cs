using System.Collections;
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
    public async Task A_page_that_fails_leaves_neither_its_rows_nor_its_cursor()
    {
        var mailbox = await OpenAsync("store.db");
        await WriteAsync("store.db", mailbox, Page("folder-1", Mail("ana@there.example", 3, "One")) with { Cursor = "first" });
        var before = await PictureAsync("store.db", mailbox);
        using var stopped = new CancellationTokenSource();
        var page = Page("folder-1") with
        {
            Items = new StopsBeforeTheLast([Mail("bo@there.example", 2, "Two"), Mail("cy@there.example", 1, "Three")], stopped),
            Cursor = "second",
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WriteAsync("store.db", mailbox, page, stopped.Token));

        Assert.Equal(before, await PictureAsync("store.db", mailbox));
        await using var db = Open("store.db");
        Assert.Equal("first", (await db.FoldersAsync(mailbox, Cancellation))["folder-1"].Cursor);
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
            await new DirectoryWriter(db).ApplyAsync(mailbox, [new DirectoryEntry([old, newer], "Ana Fox", DirectoryKind.Person, "IT", null, "Engineer")], Cancellation);
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

    private static MessagePage Page(string folder, params CountedItem[] items) => new(items, folder, items.Length, "cursor", true);

    private async Task<long> OpenAsync(string file)
    {
        await using var db = Open(file);
        await db.Database.MigrateAsync(Cancellation);
        Assert.True(EmailAddress.TryParse(MailboxFile.Owner, out var owner));
        var mailbox = await db.OpenMailboxAsync("owner-id", "Owner", [owner], Cancellation);
        await db.SaveFoldersAsync(mailbox.Id, new Dictionary<string, int> { ["folder-1"] = 10 }, Cancellation);
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
        return await db.Interactions.CountAsync(Cancellation);
    }

    /// <summary>Everything stored of the relationships, without ids.</summary>
    private async Task<string> PictureAsync(string file, long mailbox)
    {
        await using var db = Open(file);
        var relationships = await db.RelationshipsAsync(mailbox, Cancellation);
        return string.Join('\n', relationships.OrderBy(r => r.Person.Address.Value, StringComparer.Ordinal)
            .Select(r => $"{r.Person.Name} {r.Person.Address} {r.LastSubject} {r.LastMeeting} {Convert.ToHexString(r.History.ToBytes())}"));
    }

    /// <summary>A page during which the program is told to stop.</summary>
    private sealed class StopsBeforeTheLast(IReadOnlyList<CountedItem> items, CancellationTokenSource stop) : IReadOnlyList<CountedItem>
    {
        public int Count => items.Count;

        public CountedItem this[int index] => items[index];

        public IEnumerator<CountedItem> GetEnumerator()
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (i == items.Count - 1)
                {
                    stop.Cancel();
                }

                yield return items[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private NetworkContext Open(string file)
    {
        var options = new DbContextOptionsBuilder<NetworkContext>();
        options.UseSqliteStore(_folder.At(file));
        return new NetworkContext(options.Options);
    }
}
