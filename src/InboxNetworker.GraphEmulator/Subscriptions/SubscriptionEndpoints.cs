using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Permissions;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Subscriptions;

internal static class SubscriptionEndpoints
{
    public static void MapSubscriptions(this IEndpointRouteBuilder root)
    {
        root.MapPost("/subscriptions", Create);
        root.MapGet("/subscriptions", List);
        root.MapGet("/subscriptions/{id}", Get);
        root.MapPatch("/subscriptions/{id}", Renew);
        root.MapDelete("/subscriptions/{id}", (string id, Subscribers subscribers) => subscribers.Remove(id) ? Results.NoContent() : NotFound);
        root.MapPost("/subscriptions/{id}/reauthorize", Reauthorize);
    }

    private static GraphError NotFound { get; } = new(404, "ResourceNotFound", "The object was not found.");

    private static async Task<IResult> Create(HttpContext http, MailboxStore mailbox, Subscribers subscribers, TimeProvider time)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        var wire = Wire.Of(http, mailbox);
        if (body is null || !SubscriptionInput.TryRead(body.Content, mailbox, time.GetUtcNow(), wire.ImmutableIds, out var asked, out error))
        {
            return error!;
        }

        if (Forbidden(http, asked) is { } forbidden)
        {
            return forbidden;
        }

        foreach (var url in new[] { asked.NotificationUrl, asked.LifecycleUrl }.OfType<Uri>())
        {
            if (await Handshake.FailureAsync(subscribers.Http, time, url, http.RequestAborted) is { } failure)
            {
                return failure;
            }
        }

        return subscribers.TryAdd(asked) ? One(wire, asked, 201) : SubscribedResource.Refused(403, "Forbidden", "The limit of subscriptions for the mailbox is reached.");
    }

    private static GraphJson List(HttpContext http, MailboxStore mailbox, Subscribers subscribers)
    {
        var wire = Wire.Of(http, mailbox);
        return Lists.Of($"{wire.Root}/$metadata#subscriptions", subscribers.All, wire, Subscription.Write);
    }

    private static IResult Get(HttpContext http, MailboxStore mailbox, Subscribers subscribers, string id) =>
        subscribers.TryFind(id, out var found) ? One(Wire.Of(http, mailbox), found.Terms, 200) : NotFound;

    private static async Task<IResult> Renew(HttpContext http, MailboxStore mailbox, Subscribers subscribers, TimeProvider time, string id)
    {
        var (body, error) = await ControlBody.ReadAsync(http);
        if (body is null)
        {
            return error!;
        }

        if (!subscribers.TryFind(id, out var found))
        {
            return NotFound;
        }

        if (Forbidden(http, found.Terms) is { } forbidden)
        {
            return forbidden;
        }

        if (body.Content.Select(p => p.Key).FirstOrDefault(k => k != "expirationDateTime" && !k.StartsWith('@')) is { } other)
        {
            return other == "notificationUrl" ? GraphError.NotEmulated("changing the notificationUrl") : GraphError.BadRequest($"The property '{other}' of a subscription cannot be changed.");
        }

        if (!SubscriptionInput.TryExpiry(body.Content, time.GetUtcNow(), out var expires, out error))
        {
            return error;
        }

        found.Renew(expires);
        return One(Wire.Of(http, mailbox), found.Terms, 200);
    }

    /// <summary>The token is good for it, so the subscription goes on to the end it has.</summary>
    private static IResult Reauthorize(HttpContext http, Subscribers subscribers, string id) =>
        subscribers.TryFind(id, out var found) ? Forbidden(http, found.Terms) ?? Results.NoContent() : NotFound;

    private static GraphError? Forbidden(HttpContext http, Subscription subscription) =>
        subscription.Resource.IsAllowedBy(Grant.Of(http)) ? null : SubscribedResource.Refused(403, "Forbidden", GraphError.AccessDenied.Message);

    private static GraphJson One(Wire wire, Subscription subscription, int status) =>
        Lists.Single($"{wire.Root}/$metadata#subscriptions/$entity", subscription, wire, Subscription.Write, status);
}
