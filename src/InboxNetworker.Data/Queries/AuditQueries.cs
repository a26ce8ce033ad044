using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>What was done with the owner's data and when; kept for a year, and never more than <see cref="MaxRows"/> rows.</summary>
public static class AuditQueries
{
    public const int MaxRows = 1000;

    /// <summary>Within the transaction that is open, if one is. Of a mailbox that is not stored, nothing is noted.</summary>
    /// <param name="count"><see cref="AuditRow.Count"/>.</param>
    public static Task NoteAsync(this NetworkContext db, long mailboxId, AuditEvent what, int count, DateTimeOffset at, CancellationToken cancellation) =>
        db.AddAsync(mailboxId, what, count, times: 1, at, cancellation);

    /// <summary>The newest first.</summary>
    /// <param name="before">The id of the last one that is known; null to begin.</param>
    public static async Task<IReadOnlyList<AuditRow>> AuditAsync(this NetworkContext db, long mailboxId, long? before, int most, CancellationToken cancellation) =>
        await db.Audit.AsNoTracking().Where(a => a.MailboxId == mailboxId && (before == null || a.Id < before)).OrderByDescending(a => a.Id).Take(most)
            .ToListAsync(cancellation).ConfigureAwait(false);

    /// <summary>Readings of one day, UTC, between which nothing else was done are one row.</summary>
    /// <param name="items">Messages and meetings read for the first time.</param>
    /// <param name="readings">1 when a reading ends, 0 within one.</param>
    internal static async Task NoteReadingAsync(this NetworkContext db, long mailboxId, int items, int readings, DateTimeOffset at, CancellationToken cancellation)
    {
        var today = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
        var same = await db.Audit
            .Where(a => a.MailboxId == mailboxId && a.What == AuditEvent.Reading && a.At >= today && a.Id == db.Audit.Where(x => x.MailboxId == mailboxId).Max(x => (long?)x.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.At, at).SetProperty(a => a.Count, a => a.Count + items).SetProperty(a => a.Times, a => a.Times + readings), cancellation).ConfigureAwait(false);
        if (same == 0)
        {
            await db.AddAsync(mailboxId, AuditEvent.Reading, items, readings, at, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task AddAsync(this NetworkContext db, long mailboxId, AuditEvent what, int count, int times, DateTimeOffset at, CancellationToken cancellation)
    {
        var (moment, number) = (at.ToUnixTimeSeconds(), (int)what);
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "audit" ("MailboxId", "At", "What", "Count", "Times") SELECT "Id", {moment}, {number}, {count}, {times} FROM "mailbox" WHERE "Id" = {mailboxId}""",
            cancellation).ConfigureAwait(false);
        var old = at.AddYears(-1);
        await db.Audit.Where(a => a.MailboxId == mailboxId
                && (a.At < old || a.Id <= db.Audit.Where(x => x.MailboxId == mailboxId).OrderByDescending(x => x.Id).Skip(MaxRows).Select(x => (long?)x.Id).FirstOrDefault()))
            .ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
    }
}
