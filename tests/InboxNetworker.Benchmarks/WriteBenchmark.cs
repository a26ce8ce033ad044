using System.Diagnostics;
using System.Globalization;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Sqlite;
using InboxNetworker.Data.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Benchmarks;

/// <summary>
/// Messages a second into SQLite: <see cref="PageWriter"/>, which also keeps the relationships, against the plain way, which only appends
/// the same rows. Both in one run, in turns, the order changing; the median of five.
/// </summary>
internal static class WriteBenchmark
{
    private const int Messages = 20_000, PageSize = 500, Correspondents = 300, Rounds = 5;

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var pages = Pages().ToList();
        var ours = new List<double>();
        var plain = new List<double>();
        await MeasureAsync(WritePagesAsync, pages.Take(4).ToList(), cancellation).ConfigureAwait(false);
        await MeasureAsync(WritePlainlyAsync, pages.Take(4).ToList(), cancellation).ConfigureAwait(false);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var isOurs in round % 2 == 0 ? new[] { true, false } : [false, true])
            {
                (isOurs ? ours : plain).Add(await MeasureAsync(isOurs ? WritePagesAsync : WritePlainlyAsync, pages, cancellation).ConfigureAwait(false));
            }
        }

        var ratio = Median(ours) / Median(plain);
        await output.WriteLineAsync(Invariant($"write   page writer {Median(ours):N0} messages/s (spread {ours.Min():N0}–{ours.Max():N0}), AddRange + SaveChanges {Median(plain):N0} messages/s (spread {plain.Min():N0}–{plain.Max():N0}): {ratio:0.00} ×")).ConfigureAwait(false);
    }

    private static async Task<double> MeasureAsync(Func<NetworkContext, long, List<MessagePage>, CancellationToken, Task> write, List<MessagePage> pages, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("inboxnetworker-benchmark-");
        try
        {
            var options = new DbContextOptionsBuilder<NetworkContext>();
            options.UseSqliteStore(Path.Combine(folder.FullName, "store.db"));
            var db = new NetworkContext(options.Options);
            await using (db.ConfigureAwait(false))
            {
                await db.Database.MigrateAsync(cancellation).ConfigureAwait(false);
                var mailbox = await db.OpenMailboxAsync("owner", "Owner", [Address("owner@here.example")], cancellation).ConfigureAwait(false);
                await new FolderWriter(db).SaveAsync(mailbox.Id, new Dictionary<string, int> { ["folder"] = Messages }, cancellation).ConfigureAwait(false);
                var clock = Stopwatch.StartNew();
                await write(db, mailbox.Id, pages, cancellation).ConfigureAwait(false);
                return pages.Sum(p => p.Items.Count) / clock.Elapsed.TotalSeconds;
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task WritePagesAsync(NetworkContext db, long mailboxId, List<MessagePage> pages, CancellationToken cancellation)
    {
        foreach (var page in pages)
        {
            await new PageWriter(db).WriteAsync(mailboxId, page, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task WritePlainlyAsync(NetworkContext db, long mailboxId, List<MessagePage> pages, CancellationToken cancellation)
    {
        foreach (var page in pages)
        {
            db.Items.AddRange(page.Items.Select(item => new ItemRow { MailboxId = mailboxId, Id = item.Id.Value, Key = item.Counted!.Source.Value, FolderId = 1 }));
            db.Interactions.AddRange(page.Items.SelectMany(item => item.Counted!.Interactions).Select(interaction => new InteractionRow
            {
                MailboxId = mailboxId,
                AddressId = 1,
                SourceKey = interaction.Source.Value,
                At = interaction.At,
                Channel = interaction.Channel,
                Direction = interaction.Direction,
            }));
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            db.ChangeTracker.Clear();
        }
    }

    private static IEnumerable<MessagePage> Pages()
    {
        var people = Enumerable.Range(0, Correspondents).Select(n => Address(Invariant($"person{n}@there.example"))).ToList();
        for (var first = 0; first < Messages; first += PageSize)
        {
            yield return new MessagePage(
                [.. Enumerable.Range(first, PageSize).Select(n => Mail(people[n * 7919 % Correspondents], Start.AddMinutes(50 * n), n))],
                "folder",
                "cursor",
                false);
        }
    }

    private static SeenItem Mail(EmailAddress person, DateTimeOffset at, int number)
    {
        var key = ContentKey.Of(Channel.Mail, person, at, [], "Subject");
        return new SeenItem(new ItemId(number * 0x9E3779B97F4A7C1L), new CountedItem([new Interaction(key, person, at, Channel.Mail, Direction.In)], "Subject", [new Participant(person, null)]));
    }

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException("Not an address.", nameof(text));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
