using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// Drops single messages and meetings that are older than the owner wants them kept; the weekly histories they were counted in stay. Whole weeks
/// go, because a week is counted anew from its items when something in it is taken back.
/// </summary>
/// <param name="db">A context of its own.</param>
public sealed class Retention(NetworkContext db)
{
    /// <summary>Others may write in between.</summary>
    private const int AtOnce = 10_000;

    /// <summary>After a reading that went through: what is older from now on is taken for counted, wherever it is met again.</summary>
    /// <returns>How many were dropped.</returns>
    public async Task<int> DropAsync(long mailboxId, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.RetentionAsync(mailboxId, cancellation).ConfigureAwait(false) is not { Years: > 0 and var years } known)
        {
            return 0;
        }

        var limit = IsoWeek.Of(now.AddYears(-years)).Start;
        var old = db.Items.Where(i => i.MailboxId == mailboxId && i.At < limit);
        if (!await old.AnyAsync(cancellation).ConfigureAwait(false))
        {
            return 0;
        }

        if (!(known.DroppedBefore >= limit))
        {
            // Before the first row goes: a page must never find neither the row nor this.
            await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.ItemsDroppedBefore, limit), cancellation).ConfigureAwait(false);
        }

        var dropped = 0;
        for (var more = true; more;)
        {
            var end = await old.OrderBy(i => i.At).Skip(AtOnce).Select(i => (DateTimeOffset?)i.At).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
            dropped += await (end is { } to ? old.Where(i => i.At <= to) : old).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            more = end is not null;
        }

        await db.NoteAsync(mailboxId, AuditEvent.Dropped, dropped, now, cancellation).ConfigureAwait(false);
        return dropped;
    }
}
