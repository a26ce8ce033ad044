using System.Globalization;
using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>Somebody who wants to be told of changes, until it expires.</summary>
/// <param name="ResourceText">As it was asked for.</param>
/// <param name="ClientState">Sent with every notification; at most 128 characters.</param>
internal sealed record Subscription(
    string Id,
    string ResourceText,
    SubscribedResource Resource,
    string ChangeTypeText,
    IReadOnlySet<ChangeKind> ChangeKinds,
    Uri NotificationUrl,
    Uri? LifecycleUrl,
    string? ClientState,
    string? TlsVersion,
    bool ImmutableIds,
    DateTimeOffset Expires)
{
    /// <summary>The longest a subscription to mail or events lives.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10_080);

    /// <summary>The application every token of the emulator is of.</summary>
    private const string ApplicationId = "507c3b9a-67b8-463d-88a2-15a8cefb2111";

    public static string WireTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static void Write(Utf8JsonWriter json, Subscription subscription, Wire wire)
    {
        json.WriteString("id", subscription.Id);
        json.WriteString("resource", subscription.ResourceText);
        json.WriteString("applicationId", ApplicationId);
        json.WriteString("changeType", subscription.ChangeTypeText);
        json.WriteString("clientState", subscription.ClientState);
        json.WriteString("notificationUrl", subscription.NotificationUrl.OriginalString);
        json.WriteNull("notificationQueryOptions");
        json.WriteString("lifecycleNotificationUrl", subscription.LifecycleUrl?.OriginalString);
        json.WriteString("expirationDateTime", WireTime(subscription.Expires));
        json.WriteString("creatorId", wire.Ids.MailboxGuid.ToString());
        json.WriteNull("includeResourceData");
        json.WriteString("latestSupportedTlsVersion", subscription.TlsVersion ?? "v1_2");
        json.WriteNull("encryptionCertificate");
        json.WriteNull("encryptionCertificateId");
        json.WriteNull("notificationUrlAppId");
    }
}
