using System.Text;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Sqlite;
using InboxNetworker.Data.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Tests.Store;

/// <summary>One store with several mailboxes in it, each with two folders. Times count back from <see cref="RunningApi.Now"/>.</summary>
internal sealed class StoreFile : IAsyncDisposable
{
    private readonly TestFolder _folder = new();

    public string Path => _folder.At("store.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public NetworkContext Open()
    {
        var options = new DbContextOptionsBuilder<NetworkContext>();
        options.UseSqliteStore(Path);
        return new NetworkContext(options.Options);
    }

    public async Task<T> UseAsync<T>(Func<NetworkContext, Task<T>> work)
    {
        await using var db = Open();
        return await work(db);
    }

    /// <returns>The mailbox's id.</returns>
    public async Task<long> MailboxAsync(string owner)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(Cancellation);
        var mailbox = await db.OpenMailboxAsync(owner, "Olga Owner", new OwnPlace([Address($"{owner}@here.example")]), Cancellation);
        await new FolderWriter(db).SaveAsync(mailbox.Id, new Dictionary<string, int> { ["inbox"] = 10, ["archive"] = 0 }, Cancellation);
        return mailbox.Id;
    }

    public Task<bool> WriteAsync(long mailbox, string folder, params SeenItem[] items) =>
        UseAsync(db => new PageWriter(db).WriteAsync(mailbox, new MessagePage(items, folder, "cursor", true) { NotedAt = RunningApi.Now }, Cancellation));

    public Task<string> DigestAsync(long mailbox) => UseAsync(db => db.DigestAsync(mailbox, Cancellation));

    public Task<long> ContactAsync(long mailbox, string address) => UseAsync(async db => (await db.RelationshipAsync(mailbox, Address(address), Cancellation))!.Person.Id);

    /// <summary>Every person by address, with the weeks and what was last spoken of.</summary>
    public Task<string> PeopleAsync(long mailbox) => UseAsync(async db => string.Join('\n', (await db.RelationshipsAsync(mailbox, Cancellation))
        .OrderBy(r => r.Person.Address.Value, StringComparer.Ordinal)
        .Select(r => $"{r.Person.Name} {r.Person.Address} {r.LastSubject} {r.LastMeeting} {Convert.ToHexString(r.History.ToBytes())}")));

    /// <summary>In the database, its log, or anything else beside it.</summary>
    public bool Holds(string text) => Holds(Path, text);

    public static bool Holds(string store, string text)
    {
        SqliteConnection.ClearAllPools();
        return Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(store)!, System.IO.Path.GetFileName(store) + "*").Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
        });
    }

    public static EmailAddress Address(string text)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        return address;
    }

    /// <summary>A mail from the owner to everybody named.</summary>
    public static SeenItem Sent(string id, double daysAgo, string subject, params (string Address, string Name)[] to) => Item(id, Channel.Mail, daysAgo, subject, to);

    public static SeenItem Met(string id, double daysAgo, string subject, params (string Address, string Name)[] with) => Item(id, Channel.Meeting, daysAgo, subject, with);

    public static SeenItem Gone(string id) => new(ItemId.Of(id), default, null, Gone: true);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SeenItem Item(string id, Channel channel, double daysAgo, string subject, (string Address, string Name)[] with)
    {
        var at = RunningApi.Now.AddDays(-daysAgo);
        var addresses = with.Select(w => Address(w.Address)).ToList();
        var key = ContentKey.Of(channel, Address("owner@here.example"), at, addresses, subject);
        var direction = channel == Channel.Mail ? Direction.Out : Direction.Both;
        return new SeenItem(
            ItemId.Of(id),
            at,
            new CountedItem([.. addresses.Select(a => new Interaction(key, a, at, channel, direction))], subject, [.. with.Select(w => new Participant(Address(w.Address), w.Name))]));
    }
}
