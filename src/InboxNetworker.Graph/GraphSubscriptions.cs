using Microsoft.Graph.Models;

namespace InboxNetworker.Graph;

public sealed record GraphSubscription(string Id, DateTimeOffset ExpiresAt);

/// <summary>Wishes to be told of changes. The service calls both addresses before it agrees.</summary>
public sealed class GraphSubscriptions(GraphConnection connection)
{
    /// <summary>The service grants at most 10,080 minutes.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10_080);

    public const string Messages = "/me/messages", Events = "/me/events";

    public Task<GraphAnswer<GraphSubscription>> CreateAsync(string resource, Uri notificationUrl, Uri lifecycleUrl, string clientState, DateTimeOffset expiresAt, CancellationToken cancellation) => connection.AskAsync(
        async () => Of(await connection.Client.Subscriptions.PostAsync(
            new Subscription
            {
                ChangeType = "created,updated,deleted",
                Resource = resource,
                NotificationUrl = notificationUrl.ToString(),
                LifecycleNotificationUrl = lifecycleUrl.ToString(),
                ClientState = clientState,
                ExpirationDateTime = expiresAt,
            },
            cancellationToken: cancellation).ConfigureAwait(false)),
        PermissionFor(resource),
        Patience.PersonWriting,
        cancellation);

    /// <summary>Answers a problem of the kind <see cref="GraphProblemKind.NotFound"/> when the service no longer keeps it.</summary>
    public Task<GraphAnswer<GraphSubscription>> RenewAsync(string id, string resource, DateTimeOffset expiresAt, CancellationToken cancellation) => connection.AskAsync(
        async () => Of(await connection.Client.Subscriptions[id].PatchAsync(new Subscription { ExpirationDateTime = expiresAt }, cancellationToken: cancellation).ConfigureAwait(false)),
        PermissionFor(resource),
        Patience.Person,
        cancellation);

    /// <summary>Takes the wish back, where the service still keeps it; without it, it ends by itself.</summary>
    public Task DeleteAsync(string id, string resource, CancellationToken cancellation) => connection.AskAsync(
        async () =>
        {
            await connection.Client.Subscriptions[id].DeleteAsync(cancellationToken: cancellation).ConfigureAwait(false);
            return id;
        },
        PermissionFor(resource),
        Patience.Person,
        cancellation);

    private static string PermissionFor(string resource) => resource == Events ? "Calendars.Read" : "Mail.ReadBasic";

    private static GraphSubscription? Of(Subscription? subscription) =>
        subscription is { Id: { } id, ExpirationDateTime: { } expires } ? new GraphSubscription(id, expires) : null;
}
