using System.Security.Cryptography;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>
/// Asks the service to tell of changes, where it can reach this program; renews that long before it ends. Polling goes on beside it: a
/// notification makes the next reading earlier, nothing depends on one.
/// </summary>
internal sealed partial class Subscriber(
    GraphSubscriptions graph, IDbContextFactory<NetworkContext> contexts, SyncBoard board, Settings settings, TimeProvider time, ILogger<Subscriber> log)
{
    private static readonly TimeSpan Life = GraphSubscriptions.LongestLife - TimeSpan.FromMinutes(10), RenewWithin = TimeSpan.FromDays(3);

    /// <summary>Sees that every subscription stands and will for a while. What fails is tried again with the next reading.</summary>
    public async Task KeepAsync(long mailboxId, CancellationToken cancellation)
    {
        if (settings.Notifications.PublicUrl is null)
        {
            return;
        }

        var now = time.GetUtcNow();
        var known = await contexts.UseAsync(db => db.SubscriptionsAsync(mailboxId, cancellation), cancellation).ConfigureAwait(false);
        var standing = 0;
        foreach (var resource in new[] { GraphSubscriptions.Messages, GraphSubscriptions.Events })
        {
            var last = known.FirstOrDefault(s => s.Resource == resource);
            var subscription = last?.ExpiresAt > now && last.NotificationUrl == Notifications.Address(settings) ? last : null;
            if (subscription is not null && subscription.ExpiresAt - now > RenewWithin)
            {
                standing++;
                continue;
            }

            if (!await RenewOrCreateAsync(mailboxId, resource, subscription, cancellation).ConfigureAwait(false))
            {
                continue;
            }

            standing++;
            if (subscription is null && last is not null)
            {
                await graph.DeleteAsync(last.GraphId, resource, cancellation).ConfigureAwait(false); // it tells another address, until it ends by itself
            }
        }

        board.Change(s => s with { Notifications = s.Notifications with { Subscriptions = standing } });
    }

    /// <summary>Has the next reading do what the service asks for, and each one after it until that succeeds.</summary>
    /// <remarks>The service does not say how long it goes on without having seen the permission; it is taken for as long as a renewal is tried.</remarks>
    /// <param name="gone">The service has dropped the subscription; else it wants to see the permission again.</param>
    public Task MarkDueAsync(SubscriptionRecord subscription, bool gone, CancellationToken cancellation) => contexts.UseAsync(
        db => gone
            ? db.ForgetSubscriptionAsync(subscription.MailboxId, subscription.Resource, cancellation)
            : db.EndByAsync(subscription.MailboxId, subscription.GraphId, time.GetUtcNow() + RenewWithin, cancellation),
        cancellation);

    /// <summary>Has the service tell nothing any more. What it does not take back ends by itself within days.</summary>
    public async Task EndAsync(long mailboxId, CancellationToken cancellation)
    {
        foreach (var known in await contexts.UseAsync(db => db.SubscriptionsAsync(mailboxId, cancellation), cancellation).ConfigureAwait(false))
        {
            await graph.DeleteAsync(known.GraphId, known.Resource, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> RenewOrCreateAsync(long mailboxId, string resource, SubscriptionRecord? known, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + Life;
        if (known is not null)
        {
            var renewed = await graph.RenewAsync(known.GraphId, resource, until, cancellation).ConfigureAwait(false);
            if (renewed.Value is { } longer)
            {
                await contexts.UseAsync(db => db.SaveAsync(known with { ExpiresAt = longer.ExpiresAt }, cancellation), cancellation).ConfigureAwait(false);
                return true;
            }

            if (renewed.Problem is { Kind: not GraphProblemKind.NotFound } later)
            {
                LogFailed(resource, later.Code);
                return true; // it still stands; the next reading tries again
            }
        }

        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var address = Notifications.Address(settings);
        var created = await graph.CreateAsync(resource, address, Notifications.LifecycleAddress(settings), secret, until, cancellation).ConfigureAwait(false);
        if (created.Value is not { } made)
        {
            LogFailed(resource, created.Problem!.Code);
            return false;
        }

        await contexts.UseAsync(db => db.SaveAsync(new SubscriptionRecord(mailboxId, resource, made.Id, secret, address, made.ExpiresAt), cancellation), cancellation).ConfigureAwait(false);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Changes of {Resource} cannot be subscribed to ({Code}); they are found by asking. The next reading tries again.")]
    private partial void LogFailed(string resource, string code);
}
