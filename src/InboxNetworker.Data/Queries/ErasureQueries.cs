using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

public static class ErasureQueries
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>Removes everything that is stored of a mailbox: what was read, and what the owner decided and noted.</summary>
    /// <remarks>
    /// In SQLite what is deleted is overwritten (https://sqlite.org/pragma.html#pragma_secure_delete), and the write-ahead log, in which the pages
    /// stood before, is cut to nothing. It is all or nothing: what fails leaves everything as it was.
    /// </remarks>
    public static async Task EraseAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var isFile = db.Database.GetDbConnection() is SqliteConnection;
        await db.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (isFile)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellation).ConfigureAwait(false);
            }

            var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await db.Outbox.Where(o => o.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.Alerts.Where(a => a.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.AlertSettings.Where(s => s.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.Items.Where(i => i.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.Addresses.Where(a => a.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.Contacts.Where(c => c.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.Folders.Where(f => f.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.IdentityChoices.Where(c => c.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.FilterChoices.Where(c => c.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.OwnersWords.Where(w => w.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.Subscriptions.Where(s => s.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            }

            if (isFile)
            {
                await db.Database.ExecuteSqlRawAsync("VACUUM", cancellation).ConfigureAwait(false);
                await EmptyLogAsync(db, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>The log, and with it the file, keeps what was erased as long as somebody still reads an older state of it: they are waited for.</summary>
    private static async Task EmptyLogAsync(NetworkContext db, CancellationToken cancellation)
    {
        while (await IsBusyAsync(db, cancellation).ConfigureAwait(false))
        {
            await Task.Delay(AskAgain, cancellation).ConfigureAwait(false);
        }
    }

    /// <returns>What the first column of https://sqlite.org/pragma.html#pragma_wal_checkpoint says.</returns>
    private static async Task<bool> IsBusyAsync(NetworkContext db, CancellationToken cancellation) =>
        (await db.Database.SqlQueryRaw<Checkpoint>("PRAGMA wal_checkpoint(TRUNCATE)").ToListAsync(cancellation).ConfigureAwait(false)).Single().Busy != 0;

    private sealed record Checkpoint(int Busy, int Log, int Checkpointed);
}
