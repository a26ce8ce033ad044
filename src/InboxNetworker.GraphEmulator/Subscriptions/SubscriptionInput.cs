using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>Reads what a client asks to be told.</summary>
internal static class SubscriptionInput
{
    private const int LongestClientState = 128;

    public static bool TryRead(JsonObject body, MailboxStore mailbox, DateTimeOffset now, bool immutableIds, [NotNullWhen(true)] out Subscription? subscription, [NotNullWhen(false)] out GraphError? error)
    {
        subscription = null;
        foreach (var name in (ReadOnlySpan<string>)["changeType", "notificationUrl", "resource", "expirationDateTime"])
        {
            if (Text(body, name) is null)
            {
                error = Invalid($"{name} is a required property for subscription creation");
                return false;
            }
        }

        if (body["includeResourceData"] is JsonValue rich && rich.TryGetValue<bool>(out var wanted) && wanted)
        {
            error = GraphError.NotEmulated("notifications with the resource's data");
            return false;
        }

        if (!TryKinds(Text(body, "changeType")!, out var kinds, out error)
            || !TryUrl(body, "notificationUrl", out var notificationUrl, out error)
            || !TryUrl(body, "lifecycleNotificationUrl", out var lifecycleUrl, out error)
            || !TryExpiry(body, now, out var expires, out error))
        {
            return false;
        }

        var clientState = Text(body, "clientState");
        if (clientState?.Length > LongestClientState)
        {
            error = Invalid($"clientState has {clientState.Length} characters; at most {LongestClientState} are accepted.");
            return false;
        }

        var resourceText = Text(body, "resource")!;
        if (!SubscribedResource.TryParse(resourceText, mailbox, out var resource, out error))
        {
            return false;
        }

        subscription = new Subscription(
            Guid.NewGuid().ToString(), resourceText, resource, Text(body, "changeType")!, kinds, notificationUrl!, lifecycleUrl, clientState, Text(body, "latestSupportedTlsVersion"), immutableIds, expires);
        return true;
    }

    public static bool TryExpiry(JsonObject body, DateTimeOffset now, out DateTimeOffset expires, [NotNullWhen(false)] out GraphError? error)
    {
        error = null;
        if (!DateTimeOffset.TryParse(Text(body, "expirationDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out expires))
        {
            error = Invalid("expirationDateTime is not a date and time such as 2016-11-20T18:23:45.9356913Z.");
        }
        else if (expires > now + Subscription.LongestLife)
        {
            error = new GraphError(400, "ExtensionError", $"Subscription expiration can only be {Subscription.LongestLife.TotalMinutes} minutes in the future.");
        }
        else if (expires <= now)
        {
            error = Invalid("expirationDateTime has to be in the future.");
        }

        return error is null;
    }

    private static GraphError Invalid(string message) => new(400, "InvalidRequest", message);

    private static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static bool TryKinds(string text, [NotNullWhen(true)] out HashSet<ChangeKind>? kinds, [NotNullWhen(false)] out GraphError? error)
    {
        kinds = [];
        error = null;
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!name.All(char.IsAsciiLetter) || !Enum.TryParse<ChangeKind>(name, ignoreCase: true, out var kind))
            {
                error = Invalid($"changeType '{name}' is not one of created, updated, deleted.");
                return false;
            }

            kinds.Add(kind);
        }

        return true;
    }

    /// <summary>The service takes https only; a receiver on this computer, which has no certificate, may be on http.</summary>
    private static bool TryUrl(JsonObject body, string name, out Uri? url, [NotNullWhen(false)] out GraphError? error)
    {
        error = null;
        url = null;
        if (Text(body, name) is not { } text)
        {
            return true;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            error = Invalid($"{name} '{text}' is not an https address.");
        }

        return error is null;
    }
}
