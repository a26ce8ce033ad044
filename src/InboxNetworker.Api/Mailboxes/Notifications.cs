using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>
/// Where the service tells of changes (https://learn.microsoft.com/graph/change-notifications-delivery-webhooks). Only what carries the secret
/// of a subscription counts; all else is dropped and counted, and answered alike. A notification says that something changed, and reading finds out what.
/// </summary>
internal static class Notifications
{
    private const int LongestToken = 2048;

    /// <summary>In one message. The service sends some dozens at most: https://learn.microsoft.com/graph/change-notifications-delivery-webhooks.</summary>
    private const int MostAtOnce = 1_000;

    public static Uri Address(Settings settings) => new(settings.Notifications.PublicUrl!, PublicPaths.Notifications);

    public static Uri LifecycleAddress(Settings settings) => new(settings.Notifications.PublicUrl!, PublicPaths.Lifecycle);

    public static void MapNotifications(this WebApplication app)
    {
        app.MapPost(PublicPaths.Notifications, ReceiveAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(PublicPaths.Lifecycle, ReceiveAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<ContentHttpResult, Accepted, BadRequest>> ReceiveAsync(
        HttpRequest request, NetworkContext db, MailboxSessions sessions, Settings settings, IGrainFactory grains, CancellationToken cancellation, string? validationToken = null)
    {
        if (validationToken is not null)
        {
            return validationToken.Length <= LongestToken ? TypedResults.Text(validationToken, "text/plain", Encoding.UTF8) : TypedResults.BadRequest();
        }

        if (!request.HasJsonContentType() || await ReadAsync(request, cancellation).ConfigureAwait(false) is not { Value: { Count: <= MostAtOnce } told } || told.Any(t => t is null))
        {
            return TypedResults.BadRequest();
        }

        var known = new List<(Notification Told, SubscriptionRecord Subscription)>();
        foreach (var notification in told.OfType<Notification>())
        {
            if (notification.SubscriptionId is { } id
                && await db.SubscriptionAsync(id, cancellation).ConfigureAwait(false) is { } subscription
                && IsSame(notification.ClientState, subscription.ClientState))
            {
                known.Add((notification, subscription));
            }
        }

        if (settings.Mode.IsLocal())
        {
            // Whom a forged one was meant for nobody knows, unless there is one mailbox alone.
            var dropped = told.Count - known.Count;
            Count(sessions.Of(settings.Mode.ToString()), s => s with { Dropped = s.Dropped + dropped });
        }

        // The service wants its answer within three seconds: what it asks for is written down, and done by the reading that follows.
        foreach (var mailbox in known.GroupBy(k => k.Subscription.MailboxId))
        {
            if (await db.KeyOfAsync(mailbox.Key, settings, cancellation).ConfigureAwait(false) is not { } key)
            {
                continue; // erased this very moment
            }

            var session = sessions.Of(key);
            Count(session, s => s with { Received = s.Received + mailbox.Count() });
            foreach (var (notification, subscription) in mailbox.Where(k => k.Told.LifecycleEvent is "reauthorizationRequired" or "subscriptionRemoved"))
            {
                await session.Services.GetRequiredService<Subscriber>().MarkDueAsync(subscription, notification.LifecycleEvent == "subscriptionRemoved", cancellation).ConfigureAwait(false);
            }

            await grains.Mailbox(key).ReadAsync().ConfigureAwait(false);
        }

        return TypedResults.Accepted((string?)null);
    }

    private static void Count(MailboxSession session, Func<NotificationStatus, NotificationStatus> count) =>
        session.Services.GetRequiredService<SyncBoard>().Change(s => s with { Notifications = count(s.Notifications) });

    private static async Task<NotificationList?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFromJsonAsync<NotificationList>(cancellation).ConfigureAwait(false);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static bool IsSame(string? given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? string.Empty), Encoding.UTF8.GetBytes(expected));

    private sealed record NotificationList([property: JsonPropertyName("value")] IReadOnlyList<Notification?>? Value);

    /// <param name="LifecycleEvent">Null for a change.</param>
    private sealed record Notification(string? SubscriptionId, string? ClientState, string? LifecycleEvent);
}
