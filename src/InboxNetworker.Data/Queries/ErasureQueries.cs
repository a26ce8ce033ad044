using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

public static class ErasureQueries
{
    /// <summary>Removes everything that is stored of a mailbox: what was read, and what the owner decided and noted.</summary>
    /// <remarks>
    /// Nothing of it is left in the file either (<see cref="Overwriting"/>). It is all or nothing: what fails leaves everything as it was.
    /// </remarks>
    public static async Task EraseAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await db.SignIns.Where(s => s.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            await db.Audit.Where(a => a.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            await db.Forgotten.Where(f => f.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            await db.Outbox.Where(o => o.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            await db.Alerts.Where(a => a.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            await db.Templates.Where(t => t.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
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

        await db.OverwriteAsync(cancellation).ConfigureAwait(false);
        db.ChangeTracker.Clear();
    }
}
