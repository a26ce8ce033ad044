using System.Text.Encodings.Web;
using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>How a message is written: the properties of <c>microsoft.graph.message</c> in the service's order.</summary>
internal static class MessageShape
{
    /// <summary>The service cuts <c>bodyPreview</c> after this many characters.</summary>
    private const int PreviewLength = 255;

    public static Shape<StoredMessage> Shape { get; } = new(
        "microsoft.graph.message",
        "RequestBroker--ParseUri",
        [
            new("id", (json, m, wire) => json.WriteStringValue(wire.Ids.Message(m.FolderHash, m.Key, wire.ImmutableIds))),
            new("createdDateTime", (json, m, _) => json.WriteTime(m.Created)),
            new("lastModifiedDateTime", (json, m, _) => json.WriteTime(m.Modified)),
            new("changeKey", (json, m, wire) => json.WriteStringValue(wire.Ids.ChangeKey(m.Key, m.Version))),
            new("categories", (json, m, _) => json.WriteStrings(m.Written.Categories)),
            new("receivedDateTime", (json, m, _) => json.WriteTime(m.Content.Sent)),
            new("sentDateTime", (json, m, _) => json.WriteTime(m.Content.Sent)),
            new("hasAttachments", (json, _, _) => json.WriteBooleanValue(false)),
            new("internetMessageId", (json, m, _) => json.WriteStringValue(m.Content.InternetMessageId)),
            new("subject", (json, m, _) => json.WriteStringValue(m.Content.Subject)),
            new("bodyPreview", (json, m, _) => json.WriteStringValue(Preview(m.Content.Text))),
            new("importance", (json, m, _) => json.WriteStringValue(m.Written.Importance)),
            new("parentFolderId", (json, m, wire) => json.WriteStringValue(wire.Ids.Folder(m.FolderHash))),
            new("conversationId", (json, m, wire) => json.WriteStringValue(wire.Ids.Conversation(m.Conversation))),
            new("conversationIndex", (json, m, wire) => json.WriteStringValue(wire.Ids.ChangeKey(m.Conversation, 0)), ByDefault: false),
            new("isDeliveryReceiptRequested", (json, m, _) => json.WriteOptional(m.Content.IsDraft ? false : null)),
            new("isReadReceiptRequested", (json, _, _) => json.WriteBooleanValue(false)),
            new("isRead", (json, m, _) => json.WriteBooleanValue(m.Content.IsRead)),
            new("isDraft", (json, m, _) => json.WriteBooleanValue(m.Content.IsDraft)),
            new("webLink", (json, m, wire) => json.WriteStringValue(WebLink(m, wire))),
            new("inferenceClassification", (json, m, _) => json.WriteStringValue(m.Written.InferenceClassification)),
            new("body", WriteBody),
            new("uniqueBody", WriteBody, ByDefault: false),
            new("sender", (json, m, _) => json.WriteRecipient(m.Content.Sender ?? m.Content.From)),
            new("from", (json, m, _) => json.WriteRecipient(m.Content.From)),
            new("toRecipients", (json, m, _) => json.WriteRecipients(m.Content.To)),
            new("ccRecipients", (json, m, _) => json.WriteRecipients(m.Content.Cc)),
            new("bccRecipients", (json, m, _) => json.WriteRecipients(m.Content.Bcc ?? [])),
            new("replyTo", (json, m, _) => json.WriteRecipients(m.Written.ReplyTo)),
            new("flag", WriteFlag),
        ]);

    /// <summary>An update that tells only what changed, and where the message stands.</summary>
    public static Selection<StoredMessage> Partial(IReadOnlySet<string> changed) =>
        Shape.TrySelect(string.Join(',', changed.Append("parentFolderId")), out var selection, out _) ? selection : Shape.Default;

    /// <summary>One message: type where it is not the plain one (always, in change tracking), etag, the properties asked for.</summary>
    public static WriteValue<StoredMessage> Writer(Selection<StoredMessage> selection, bool alwaysTyped = false) =>
        (json, message, wire) =>
        {
            if (alwaysTyped || message.Content.Kind != MessageKind.Message)
            {
                json.WriteString("@odata.type", TypeOf(message.Content.Kind));
            }

            Lists.Etag(json, wire.Ids.ChangeKey(message.Key, message.Version));
            selection.Write(json, message, wire);
            if (selection.Text is null && message.Content.Kind != MessageKind.Message)
            {
                json.WriteString("meetingMessageType", MeetingMessageType(message.Content));
            }
        };

    public static string TypeOf(MessageKind kind) => kind switch
    {
        MessageKind.MeetingRequest => "#microsoft.graph.eventMessageRequest",
        MessageKind.MeetingResponse => "#microsoft.graph.eventMessageResponse",
        _ => "#microsoft.graph.message",
    };

    /// <summary>The spelling of <c>meetingTenativelyAccepted</c> is the service's own.</summary>
    private static string MeetingMessageType(Message message) => message switch
    {
        { Kind: MessageKind.MeetingRequest } => message.Subject.StartsWith("Canceled:", StringComparison.OrdinalIgnoreCase) ? "meetingCancelled" : "meetingRequest",
        _ when message.Subject.StartsWith("Declined:", StringComparison.OrdinalIgnoreCase) => "meetingDeclined",
        _ when message.Subject.StartsWith("Tentative", StringComparison.OrdinalIgnoreCase) => "meetingTenativelyAccepted",
        _ => "meetingAccepted",
    };

    private static string Preview(string text) => text.Length <= PreviewLength ? text : text[..PreviewLength];

    private static string WebLink(StoredMessage message, Wire wire) =>
        $"https://outlook.office365.com/owa/?ItemID={Uri.EscapeDataString(wire.Ids.Message(message.FolderHash, message.Key, false))}&exvsurl=1&viewmodel=ReadMessageItem";

    private static void WriteBody(Utf8JsonWriter json, StoredMessage message, Wire wire)
    {
        var asText = wire.Preferences.TextBody;
        json.WriteStartObject();
        json.WriteString("contentType", asText ? "text" : "html");
        json.WriteString("content", asText ? message.Content.Text : message.Written.Html ?? AsHtml(message.Content.Text));
        json.WriteEndObject();
    }

    private static string AsHtml(string text) =>
        text.Length == 0 ? "" : $"<html><body><div style=\"white-space:pre-wrap\">{HtmlEncoder.Default.Encode(text)}</div></body></html>";

    private static void WriteFlag(Utf8JsonWriter json, StoredMessage message, Wire wire)
    {
        json.WriteStartObject();
        json.WriteString("flagStatus", message.Written.FlagStatus);
        json.WriteEndObject();
    }
}
