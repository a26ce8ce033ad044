using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>Which folders there are, and which of them have to be read from the beginning.</summary>
public sealed class FolderWriter(NetworkContext db)
{
    /// <summary>A folder is read from the beginning for want of a few messages at most this often.</summary>
    private static readonly TimeSpan BetweenRereads = TimeSpan.FromDays(1);

    /// <summary>Takes in which folders there are now and how much they hold. Folders that are gone lose their cursor; what was read in them stays.</summary>
    public async Task SaveAsync(long mailboxId, IReadOnlyDictionary<string, int> totals, CancellationToken cancellation)
    {
        var rows = await db.Folders.Where(f => f.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false);
        db.Folders.RemoveRange(rows.Where(r => !totals.ContainsKey(r.GraphId)));
        foreach (var (graphId, total) in totals)
        {
            if (rows.Find(r => r.GraphId == graphId) is { } row)
            {
                row.MessagesTotal = total;
            }
            else
            {
                db.Folders.Add(new FolderRow { MailboxId = mailboxId, GraphId = graphId, MessagesTotal = total });
            }
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Forgets how far a folder was read, so that it is read again from the beginning. What was counted stays.</summary>
    public async Task BeginAgainAsync(long mailboxId, string graphId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var folder = await db.Folders.SingleOrDefaultAsync(f => f.MailboxId == mailboxId && f.GraphId == graphId, cancellation).ConfigureAwait(false);
            if (folder is not null)
            {
                await ForgetAsync(folder, cancellation).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets how far everything was read, the calendar too, where that was asked for; the reading that follows begins anew.</summary>
    public async Task BeginAgainWhereAskedAsync(long mailboxId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var asked = await db.Mailboxes.Where(m => m.Id == mailboxId && m.ReadAnew)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAnew, false).SetProperty(m => m.MeetingsAllReadAt, MeetingPage.ReadAllAnew), cancellation).ConfigureAwait(false);
            foreach (var folder in asked == 0 ? [] : await db.Folders.Where(f => f.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false))
            {
                await ForgetAsync(folder, cancellation).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Compares what was read with what the service says it holds: a message moved away and back between two pages may never be told of.
    /// A folder in which the same number is missing after two readings is begun again, at most once a day.
    /// </summary>
    /// <returns>How many folders were begun again.</returns>
    public async Task<int> ReconcileAsync(long mailboxId, DateTimeOffset now, CancellationToken cancellation)
    {
        var begun = 0;
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var hasDropped = await db.Mailboxes.AnyAsync(m => m.Id == mailboxId && m.ItemsDroppedBefore != null, cancellation).ConfigureAwait(false);
            foreach (var folder in await db.Folders.Where(f => f.MailboxId == mailboxId && f.UpToDate).ToListAsync(cancellation).ConfigureAwait(false))
            {
                var missing = folder.MessagesTotal - folder.MessagesHeld;
                if (folder.Missing is null && folder.RereadAt is not null)
                {
                    folder.MissingForGood = missing;
                }

                var lasting = folder.Missing == missing && missing != folder.MissingForGood;
                folder.Missing = missing;
                if (lasting && missing < 0 && hasDropped)
                {
                    // Messages have gone of which no row told any more where they stood.
                    (folder.MessagesHeld, folder.Missing) = (folder.MessagesTotal, 0);
                    continue;
                }

                if (lasting && !(now - folder.RereadAt < BetweenRereads))
                {
                    folder.RereadAt = now;
                    folder.Missing = null;
                    await ForgetAsync(folder, cancellation).ConfigureAwait(false);
                    begun++;
                }
            }

            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        return begun;
    }

    /// <summary>The folder becomes another row: what was read in the old one stands in no folder any more, without a word being said to any of it.</summary>
    private async Task ForgetAsync(FolderRow folder, CancellationToken cancellation)
    {
        db.Folders.Remove(folder);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        db.Folders.Add(new FolderRow
        {
            MailboxId = folder.MailboxId,
            GraphId = folder.GraphId,
            MessagesTotal = folder.MessagesTotal,
            Missing = folder.Missing,
            RereadAt = folder.RereadAt,
            MissingForGood = folder.MissingForGood,
        });
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }
}
