using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <param name="OwnAddresses">All addresses of the owner, the primary one first.</param>
/// <param name="Calibration">Null as long as the mailbox has not calibrated itself.</param>
public sealed record MailboxRecord(long Id, string OwnerName, IReadOnlyList<EmailAddress> OwnAddresses, OwnPlace OwnPlace, Calibration? Calibration, DateTimeOffset? CalibratedAt, DateTimeOffset? LastReadAt, DateTimeOffset? MeetingsReadAt, DateTimeOffset? MeetingsAllReadAt, DateTimeOffset? MeetingsReadBackTo, int MeetingsRead, long Revision);

/// <param name="Cursor">Null before the first page.</param>
public sealed record FolderRecord(long Id, string GraphId, string? Cursor, bool UpToDate, int MessagesHeld, int MessagesTotal);

public static class MailboxQueries
{
    /// <summary>The mailbox of this owner, made if it is new; what is known of the owner brought up to date.</summary>
    public static async Task<MailboxRecord> OpenMailboxAsync(this NetworkContext db, string ownerId, string ownerName, OwnPlace own, CancellationToken cancellation)
    {
        var addresses = string.Join('\n', own.Addresses.Select(a => a.Value));
        var row = await db.Mailboxes.SingleOrDefaultAsync(m => m.OwnerId == ownerId, cancellation).ConfigureAwait(false);
        if (row is null)
        {
            row = new MailboxRow { OwnerId = ownerId, OwnerName = ownerName, OwnAddresses = addresses };
            db.Mailboxes.Add(row);
        }

        var known = (row.OwnerName, row.OwnAddresses, row.OwnCompany, row.OwnDepartment);
        (row.OwnerName, row.OwnAddresses, row.OwnCompany, row.OwnDepartment) = (ownerName, addresses, own.Company, own.Department);
        if (known != (row.OwnerName, row.OwnAddresses, row.OwnCompany, row.OwnDepartment))
        {
            row.Revision++; // who is the owner, who is not, and who is elsewhere changes with them
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return ToRecord(row);
    }

    /// <returns>Null when nothing of this mailbox is stored.</returns>
    public static async Task<MailboxRecord?> MailboxAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        await db.Mailboxes.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mailboxId, cancellation).ConfigureAwait(false) is { } row ? ToRecord(row) : null;

    /// <returns>Empty when nothing of this mailbox is stored.</returns>
    public static async Task<string> OwnerNameAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        await db.Mailboxes.Where(m => m.Id == mailboxId).Select(m => m.OwnerName).SingleOrDefaultAsync(cancellation).ConfigureAwait(false) ?? string.Empty;

    /// <returns>Null when nothing of this mailbox is stored.</returns>
    public static Task<string?> OwnerIdAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.Mailboxes.Where(m => m.Id == mailboxId).Select(m => m.OwnerId).SingleOrDefaultAsync(cancellation);

    /// <returns>0, which no mailbox has, when nothing of this owner's is stored.</returns>
    public static Task<long> MailboxIdAsync(this NetworkContext db, string ownerId, CancellationToken cancellation) =>
        db.Mailboxes.Where(m => m.OwnerId == ownerId).Select(m => m.Id).SingleOrDefaultAsync(cancellation);

    /// <summary>Of every mailbox that is stored: for the program itself, never for a request.</summary>
    public static async Task<IReadOnlyList<string>> OwnerIdsAsync(this NetworkContext db, CancellationToken cancellation) =>
        await db.Mailboxes.OrderBy(m => m.Id).Select(m => m.OwnerId).ToListAsync(cancellation).ConfigureAwait(false);

    public static Task<int> ContactCountAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.Contacts.CountAsync(c => c.MailboxId == mailboxId, cancellation);

    /// <summary>The stored folders, keyed by their Graph id.</summary>
    public static async Task<Dictionary<string, FolderRecord>> FoldersAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        await db.Folders.AsNoTracking().Where(f => f.MailboxId == mailboxId)
            .Select(f => new FolderRecord(f.Id, f.GraphId, f.Cursor, f.UpToDate, f.MessagesHeld, f.MessagesTotal))
            .ToDictionaryAsync(f => f.GraphId, StringComparer.Ordinal, cancellation).ConfigureAwait(false);

    /// <summary>Everything that is known of the folders, to show; in the order in which they were first seen.</summary>
    public static async Task<IReadOnlyList<FolderRow>> FolderRowsAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        await db.Folders.AsNoTracking().Where(f => f.MailboxId == mailboxId).OrderBy(f => f.Id).ToListAsync(cancellation).ConfigureAwait(false);

    public static async Task FinishReadingAsync(this NetworkContext db, long mailboxId, DateTimeOffset at, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.LastReadAt, at), cancellation).ConfigureAwait(false);
            await db.NoteReadingAsync(mailboxId, items: 0, readings: 1, at, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static MailboxRecord ToRecord(MailboxRow row)
    {
        List<EmailAddress> own = [.. row.OwnAddresses.Split('\n').Select(a => EmailAddress.TryParse(a, out var address) ? address : null).OfType<EmailAddress>()];
        return new(
            row.Id,
            row.OwnerName,
            own,
            new OwnPlace(own, row.OwnCompany, row.OwnDepartment),
            row.CalibratedAt is null ? null : new Calibration(row.CalibrationShift, row.CalibrationSlope, row.CalibrationOutcomes),
            row.CalibratedAt,
            row.LastReadAt,
            row.MeetingsReadAt,
            row.MeetingsAllReadAt,
            row.MeetingsReadBackTo,
            row.MeetingsRead,
            row.Revision);
    }
}
