using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <param name="Years">0 keeps single messages and meetings for good.</param>
/// <param name="DroppedBefore">Null where nothing was dropped.</param>
public sealed record RetentionRecord(int Years, DateTimeOffset? DroppedBefore);

public static class RetentionQueries
{
    public const int MaxYears = 50;

    /// <returns>Null when nothing of this mailbox is stored.</returns>
    public static Task<RetentionRecord?> RetentionAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.Mailboxes.Where(m => m.Id == mailboxId).Select(m => new RetentionRecord(m.RetentionYears, m.ItemsDroppedBefore)).SingleOrDefaultAsync(cancellation);

    /// <param name="years">0 to <see cref="MaxYears"/>.</param>
    /// <returns>False when nothing of this mailbox is stored.</returns>
    public static async Task<bool> RetainAsync(this NetworkContext db, long mailboxId, int years, CancellationToken cancellation) =>
        await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.RetentionYears, years), cancellation).ConfigureAwait(false) > 0;
}
