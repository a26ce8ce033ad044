using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <param name="ClientState">The secret that every notification has to carry.</param>
public sealed record SubscriptionRecord(long MailboxId, string Resource, string GraphId, string ClientState, Uri NotificationUrl, DateTimeOffset ExpiresAt);

public static class SubscriptionQueries
{
    public static async Task<IReadOnlyList<SubscriptionRecord>> SubscriptionsAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        await db.Subscriptions.AsNoTracking().Where(s => s.MailboxId == mailboxId)
            .Select(s => new SubscriptionRecord(s.MailboxId, s.Resource, s.GraphId, s.ClientState, s.NotificationUrl, s.ExpiresAt)).ToListAsync(cancellation).ConfigureAwait(false);

    /// <summary>By the service's id: a notification names nothing else.</summary>
    public static Task<SubscriptionRecord?> SubscriptionAsync(this NetworkContext db, string graphId, CancellationToken cancellation) =>
        db.Subscriptions.AsNoTracking().Where(s => s.GraphId == graphId)
            .Select(s => new SubscriptionRecord(s.MailboxId, s.Resource, s.GraphId, s.ClientState, s.NotificationUrl, s.ExpiresAt)).SingleOrDefaultAsync(cancellation);

    public static async Task SaveAsync(this NetworkContext db, SubscriptionRecord subscription, CancellationToken cancellation)
    {
        await db.ForgetSubscriptionAsync(subscription.MailboxId, subscription.Resource, cancellation).ConfigureAwait(false);
        db.Subscriptions.Add(new SubscriptionRow
        {
            MailboxId = subscription.MailboxId,
            Resource = subscription.Resource,
            GraphId = subscription.GraphId,
            ClientState = subscription.ClientState,
            NotificationUrl = subscription.NotificationUrl,
            ExpiresAt = subscription.ExpiresAt,
        });
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes it to end by <paramref name="at"/>, if it was thought to end later.</summary>
    public static Task EndByAsync(this NetworkContext db, long mailboxId, string graphId, DateTimeOffset at, CancellationToken cancellation) =>
        db.Subscriptions.Where(s => s.MailboxId == mailboxId && s.GraphId == graphId && s.ExpiresAt > at)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, at), cancellation);

    public static Task ForgetSubscriptionAsync(this NetworkContext db, long mailboxId, string resource, CancellationToken cancellation) =>
        db.Subscriptions.Where(s => s.MailboxId == mailboxId && s.Resource == resource).ExecuteDeleteAsync(cancellation);
}
