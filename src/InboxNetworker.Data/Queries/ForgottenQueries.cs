using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>Of whom the owner wants nothing kept.</summary>
public static class ForgottenQueries
{
    /// <summary>Addresses; a person may have had several.</summary>
    public static Task<int> ForgottenCountAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.Forgotten.CountAsync(f => f.MailboxId == mailboxId, cancellation);

    public static async Task<bool> IsForgottenAsync(this NetworkContext db, long mailboxId, EmailAddress address, CancellationToken cancellation) =>
        await db.HashAsync(mailboxId, address, cancellation).ConfigureAwait(false) is { } hash
        && await db.Forgotten.AnyAsync(f => f.MailboxId == mailboxId && f.Hash == hash, cancellation).ConfigureAwait(false);

    /// <summary>The address may be read again, and the next reading begins everything anew to find what it missed.</summary>
    /// <returns>False where it was not forgotten.</returns>
    public static async Task<bool> RememberAsync(this NetworkContext db, long mailboxId, EmailAddress address, DateTimeOffset now, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            if (await db.HashAsync(mailboxId, address, cancellation).ConfigureAwait(false) is not { } hash
                || await db.Forgotten.Where(f => f.MailboxId == mailboxId && f.Hash == hash).ExecuteDeleteAsync(cancellation).ConfigureAwait(false) == 0)
            {
                return false;
            }

            // What the directory says of them was passed by as well.
            await db.Mailboxes.Where(m => m.Id == mailboxId)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAnew, true).SetProperty(m => m.Regroup, true), cancellation).ConfigureAwait(false);
            await db.NoteAsync(mailboxId, AuditEvent.Remember, 1, now, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return true;
        }
    }

    /// <param name="salt"><see cref="MailboxRow.ForgetSalt"/>.</param>
    /// <returns>Null for nobody.</returns>
    internal static async Task<ForgottenAddresses?> ForgottenAddressesAsync(this NetworkContext db, long mailboxId, byte[]? salt, CancellationToken cancellation) =>
        salt is not null && await db.Forgotten.Where(f => f.MailboxId == mailboxId).Select(f => f.Hash).ToListAsync(cancellation).ConfigureAwait(false) is { Count: > 0 } hashes
            ? new ForgottenAddresses(salt, hashes)
            : null;

    private static async Task<byte[]?> HashAsync(this NetworkContext db, long mailboxId, EmailAddress address, CancellationToken cancellation) =>
        await db.Mailboxes.Where(m => m.Id == mailboxId).Select(m => m.ForgetSalt).SingleOrDefaultAsync(cancellation).ConfigureAwait(false) is { } salt
            ? ForgottenAddresses.HashOf(salt, address)
            : null;
}
