using System.Text.Json;
using InboxNetworker.GraphEmulator.Calendar;
using InboxNetworker.GraphEmulator.Mail;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>The bodies of what is told.</summary>
internal static class Notification
{
    /// <summary>The one tenant the emulator serves.</summary>
    private const string TenantId = "84bd8158-6d4d-4958-8b9f-9d6445542f95";

    /// <summary>Several notifications travel in one body.</summary>
    public static byte[] Envelope(IEnumerable<byte[]> notifications)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("value");
            foreach (var notification in notifications)
            {
                json.WriteRawValue(notification, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static byte[] OfLifecycle(Subscription subscription, LifecycleEvent lifecycleEvent) =>
        Body(subscription, json => json.WriteString("lifecycleEvent", lifecycleEvent.WireName()));

    public static byte[] OfChange(Subscription subscription, MailboxChange change, MailboxStore mailbox)
    {
        var (id, etag) = Item(subscription, change, mailbox);
        var (type, collection) = change.Resource == ChangedResource.Message ? ("Message", "Messages") : ("Event", "Events");
        var owner = $"{mailbox.Ids.MailboxGuid}@{TenantId}";
        return Body(subscription, json =>
        {
            json.WriteString("id", Guid.NewGuid().ToString());
            json.WriteString("changeType", change.Kind switch { ChangeKind.Created => "created", ChangeKind.Updated => "updated", _ => "deleted" });
            json.WriteString("resource", $"Users/{owner}/{collection}/{id}");
            json.WriteStartObject("resourceData");
            json.WriteString("@odata.type", $"#Microsoft.Graph.{type}");
            json.WriteString("@odata.id", $"Users/{owner}/{collection}/{id}");
            if (etag is not null)
            {
                json.WriteString("@odata.etag", $"W/\"{etag}\"");
            }

            json.WriteString("id", id);
            json.WriteEndObject();
        });
    }

    private static byte[] Body(Subscription subscription, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("subscriptionId", subscription.Id);
            json.WriteString("subscriptionExpirationDateTime", Subscription.WireTime(subscription.Expires));
            json.WriteString("tenantId", TenantId);
            json.WriteString("clientState", subscription.ClientState);
            write(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The id in the form the subscription was made with, and the version where the item still stands.</summary>
    private static (string Id, string? Etag) Item(Subscription subscription, MailboxChange change, MailboxStore mailbox)
    {
        if (!mailbox.Ids.TryRead(change.ItemId, out var read))
        {
            return (change.ItemId, null);
        }

        if (change.Resource == ChangedResource.Event)
        {
            StoredEvent? meeting = mailbox.Calendar.TryFind(read, out var found) ? found : null;
            return (mailbox.Ids.Event(read.Key, read.Occurrence, subscription.ImmutableIds), meeting is null ? null : mailbox.Ids.ChangeKey(meeting.Key, meeting.Whole.Version));
        }

        StoredMessage? message = mailbox.Mail.TryFindMessage(read, out var stored) ? stored : null;
        var folder = change.FolderId is { } id && mailbox.Mail.TryFindFolder(id, out var stands) ? stands.Hash : message?.FolderHash;
        return (
            folder is { } known ? mailbox.Ids.Message(known, read.Key, subscription.ImmutableIds) : change.ItemId,
            message is null ? null : mailbox.Ids.ChangeKey(message.Key, message.Version));
    }
}
