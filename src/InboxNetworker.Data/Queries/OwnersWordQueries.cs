using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>
/// What the owner has said of people. It is kept by address and said of all addresses a person has, so that it stays with each of them whoever
/// they are found to be; what two addresses of one person bring along is read as one (<see cref="OwnersWord.Of"/>).
/// </summary>
public static class OwnersWordQueries
{
    /// <summary>Replaces all that was wished of the person; that they were drafted to or dismissed stays known.</summary>
    public static Task ReplacePreferencesAsync(
        this NetworkContext db, long mailboxId, IReadOnlyCollection<EmailAddress> addresses, Preferences preferences, DateTimeOffset now, CancellationToken cancellation) =>
        db.SayAsync(
            mailboxId,
            addresses,
            row =>
            {
                row.SaidAt = preferences.AreNone ? null : now;
                (row.SnoozedAt, row.SnoozedUntil) = (preferences.Snooze?.SetAt, preferences.Snooze?.Until);
                (row.Resting, row.Pinned, row.EveryWeeks) = (preferences.Resting, preferences.Pinned, preferences.EveryWeeks);
                (row.Tags, row.Note) = (string.Join('\n', preferences.Tags), preferences.Note);
            },
            note: null,
            cancellation);

    /// <summary>The suggestion was taken up.</summary>
    public static Task DraftedAsync(this NetworkContext db, long mailboxId, IReadOnlyCollection<EmailAddress> addresses, DateTimeOffset now, CancellationToken cancellation) =>
        db.SayAsync(mailboxId, addresses, row => row.DraftedAt = now, () => db.NoteAsync(mailboxId, AuditEvent.DraftSaved, 1, now, cancellation), cancellation);

    /// <param name="at">Null takes back what keeps them away: that they were dismissed, or else that they were taken up.</param>
    public static Task DismissedAsync(this NetworkContext db, long mailboxId, IReadOnlyCollection<EmailAddress> addresses, DateTimeOffset? at, CancellationToken cancellation) =>
        db.SayAsync(mailboxId, addresses, row => (row.DismissedAt, row.DraftedAt) = (at, at is null && row.DismissedAt is null ? null : row.DraftedAt), note: null, cancellation);

    /// <summary>Of these addresses alone; of all, where null.</summary>
    internal static async Task<IReadOnlyList<OwnersWordRow>> OwnersWordsAsync(this NetworkContext db, long mailboxId, IReadOnlyCollection<string>? addresses, CancellationToken cancellation)
    {
        var words = db.OwnersWords.AsNoTracking().Where(w => w.MailboxId == mailboxId);
        return await (addresses is null ? words : words.Where(w => addresses.Contains(w.Address))).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Whom the owner has said something of, by contact. They are few, and found by their addresses.</summary>
    internal static async Task<IReadOnlyDictionary<long, OwnersWord>> OwnersWordsByContactAsync(
        this NetworkContext db, long mailboxId, IReadOnlyCollection<OwnersWordRow> words, CancellationToken cancellation)
    {
        if (words.Count == 0)
        {
            return new Dictionary<long, OwnersWord>();
        }

        var values = words.Select(w => w.Address).ToList();
        var owners = await db.Addresses.Where(a => a.MailboxId == mailboxId && values.Contains(a.Value)).Select(a => new { a.Value, a.ContactId })
            .ToDictionaryAsync(a => a.Value, a => a.ContactId, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        return words.Where(w => owners.ContainsKey(w.Address)).GroupBy(w => owners[w.Address]).ToDictionary(person => person.Key, person => person.ToWord());
    }

    internal static OwnersWord ToWord(this IEnumerable<OwnersWordRow> rows) => OwnersWord.Of(rows.Select(row => (
        EmailAddress.TryParse(row.Address, out var address) ? address : throw new InvalidDataException("A stored address cannot be read."),
        new OwnersWord(
            new Preferences(
                row is { SnoozedAt: { } at, SnoozedUntil: { } until } ? new Snooze(at, until) : null,
                row.Resting,
                row.Pinned,
                row.EveryWeeks,
                row.Tags.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                row.Note),
            row.SaidAt,
            row.DraftedAt,
            row.DismissedAt))));

    private static async Task SayAsync(this NetworkContext db, long mailboxId, IReadOnlyCollection<EmailAddress> addresses, Action<OwnersWordRow> say, Func<Task>? note, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var salt = await db.Mailboxes.Where(m => m.Id == mailboxId).Select(m => m.ForgetSalt).SingleOrDefaultAsync(cancellation).ConfigureAwait(false);
            var forgotten = await db.ForgottenAddressesAsync(mailboxId, salt, cancellation).ConfigureAwait(false);
            foreach (var address in addresses.Where(a => forgotten?.Holds(a) != true))
            {
                var row = await db.OwnersWords.FindAsync([mailboxId, address.Value], cancellation).ConfigureAwait(false);
                var isNew = row is null;
                say(row ??= new OwnersWordRow { MailboxId = mailboxId, Address = address.Value, Tags = string.Empty });
                if (row is { SaidAt: null, DraftedAt: null, DismissedAt: null } != isNew)
                {
                    _ = isNew ? db.OwnersWords.Add(row) : db.OwnersWords.Remove(row);
                }
            }

            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.Revision, m => m.Revision + 1), cancellation).ConfigureAwait(false);
            if (note is not null)
            {
                await note().ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
    }
}
