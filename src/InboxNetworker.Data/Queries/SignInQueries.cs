using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <param name="Tokens">Encrypted; only the program that wrote them opens them.</param>
public sealed record SignInRecord(string TenantId, byte[] Tokens);

/// <summary>With what a mailbox is read while its owner is away.</summary>
public static class SignInQueries
{
    /// <returns>Null when the owner is not signed in.</returns>
    public static Task<SignInRecord?> SignInAsync(this NetworkContext db, string ownerId, CancellationToken cancellation) =>
        db.SignIns.AsNoTracking().Where(s => db.Mailboxes.Any(m => m.Id == s.MailboxId && m.OwnerId == ownerId))
            .Select(s => new SignInRecord(s.TenantId, s.Tokens)).SingleOrDefaultAsync(cancellation);

    public static Task<bool> IsSignedInAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.SignIns.AnyAsync(s => s.MailboxId == mailboxId, cancellation);

    public static async Task KeepSignInAsync(this NetworkContext db, long mailboxId, string tenantId, byte[] tokens, DateTimeOffset at, CancellationToken cancellation)
    {
        await db.SignIns.Where(s => s.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        db.SignIns.Add(new SignInRow { MailboxId = mailboxId, TenantId = tenantId, Tokens = tokens, At = at });
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Nothing happens where nobody is signed in.</summary>
    public static Task<int> RenewSignInAsync(this NetworkContext db, long mailboxId, byte[] tokens, CancellationToken cancellation) =>
        db.SignIns.Where(s => s.MailboxId == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Tokens, tokens), cancellation);

    public static Task<int> EndSignInAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.SignIns.Where(s => s.MailboxId == mailboxId).ExecuteDeleteAsync(cancellation);

    /// <summary>Of everybody who is signed in: for the program itself, never for a request.</summary>
    public static async Task<IReadOnlyList<string>> SignedInOwnerIdsAsync(this NetworkContext db, CancellationToken cancellation) =>
        await db.SignIns.OrderBy(s => s.MailboxId).Join(db.Mailboxes, s => s.MailboxId, m => m.Id, (_, m) => m.OwnerId).ToListAsync(cancellation).ConfigureAwait(false);
}
