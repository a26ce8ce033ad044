using InboxNetworker.Core.Alerts;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

public static class AlertSettingsQueries
{
    /// <returns>Null when the owner never said anything.</returns>
    public static Task<AlertSettingsRow?> AlertSettingsAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.AlertSettings.AsNoTracking().SingleOrDefaultAsync(s => s.MailboxId == mailboxId, cancellation);

    /// <summary>Whose feed it is.</summary>
    public static Task<AlertSettingsRow?> FeedAsync(this NetworkContext db, string secret, CancellationToken cancellation) =>
        db.AlertSettings.AsNoTracking().SingleOrDefaultAsync(s => s.FeedSecret == secret, cancellation);

    /// <param name="newKey">For links in mails, if nothing was said yet; null changes only what was.</param>
    /// <returns>Null where there is nothing to change.</returns>
    public static async Task<AlertSettingsRow?> ChangeAlertSettingsAsync(this NetworkContext db, long mailboxId, byte[]? newKey, Action<AlertSettingsRow> change, CancellationToken cancellation)
    {
        var row = await db.AlertSettings.SingleOrDefaultAsync(s => s.MailboxId == mailboxId, cancellation).ConfigureAwait(false);
        if (row is null)
        {
            if (newKey is null)
            {
                return null;
            }

            row = new AlertSettingsRow { MailboxId = mailboxId, LinkKey = newKey, PerWeek = AlertNumbers.PerWeek };
            db.AlertSettings.Add(row);
        }

        change(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        db.ChangeTracker.Clear();
        return row;
    }
}
