using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <param name="OwnAddresses">All addresses of the owner, the primary one first.</param>
public sealed record MailboxRecord(long Id, string OwnerName, IReadOnlyList<EmailAddress> OwnAddresses, DateTimeOffset? LastReadAt, DateTimeOffset? MeetingsReadAt, DateTimeOffset? MeetingsAllReadAt, DateTimeOffset? MeetingsReadBackTo, int MeetingsRead, long Revision);

/// <param name="Cursor">Null before the first page.</param>
public sealed record FolderRecord(long Id, string GraphId, string? Cursor, bool UpToDate, int MessagesHeld, int MessagesTotal);

public static class MailboxQueries
{
    /// <summary>The mailbox of this owner, made if it is new; its name and addresses brought up to date.</summary>
    public static async Task<MailboxRecord> OpenMailboxAsync(this NetworkContext db, string ownerId, string ownerName, IReadOnlyList<EmailAddress> own, CancellationToken cancellation)
    {
        var addresses = string.Join('\n', own.Select(a => a.Value));
        var row = await db.Mailboxes.SingleOrDefaultAsync(m => m.OwnerId == ownerId, cancellation).ConfigureAwait(false);
        if (row is null)
        {
            row = new MailboxRow { OwnerId = ownerId, OwnerName = ownerName, OwnAddresses = addresses };
            db.Mailboxes.Add(row);
        }

        if ((row.OwnerName, row.OwnAddresses) != (ownerName, addresses))
        {
            // Who is the owner and who is not changes with them.
            (row.OwnerName, row.OwnAddresses, row.Revision) = (ownerName, addresses, row.Revision + 1);
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return ToRecord(row);
    }

    /// <returns>Null when nothing of this mailbox is stored.</returns>
    public static async Task<MailboxRecord?> MailboxAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        await db.Mailboxes.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mailboxId, cancellation).ConfigureAwait(false) is { } row ? ToRecord(row) : null;

    public static Task<int> ContactCountAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.Contacts.CountAsync(c => c.MailboxId == mailboxId, cancellation);

    /// <summary>The stored folders, keyed by their Graph id.</summary>
    public static async Task<Dictionary<string, FolderRecord>> FoldersAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        await db.Folders.AsNoTracking().Where(f => f.MailboxId == mailboxId)
            .Select(f => new FolderRecord(f.Id, f.GraphId, f.Cursor, f.UpToDate, f.MessagesHeld, f.MessagesTotal))
            .ToDictionaryAsync(f => f.GraphId, StringComparer.Ordinal, cancellation).ConfigureAwait(false);

    public static Task FinishReadingAsync(this NetworkContext db, long mailboxId, DateTimeOffset at, CancellationToken cancellation) =>
        db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.LastReadAt, at), cancellation);

    private static MailboxRecord ToRecord(MailboxRow row) => new(
        row.Id,
        row.OwnerName,
        [.. row.OwnAddresses.Split('\n').Select(a => EmailAddress.TryParse(a, out var address) ? address : null).OfType<EmailAddress>()],
        row.LastReadAt,
        row.MeetingsReadAt,
        row.MeetingsAllReadAt,
        row.MeetingsReadBackTo,
        row.MeetingsRead,
        row.Revision);
}
