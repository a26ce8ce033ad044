using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>Reads the JSON of a message as a client writes it. What the emulator could not serve back is refused, not dropped.</summary>
internal static partial class MessageInputReader
{
    private static readonly HashSet<string> Importances = ["low", "normal", "high"];
    private static readonly HashSet<string> Classifications = ["focused", "other"];
    private static readonly HashSet<string> Flags = ["notFlagged", "complete", "flagged"];

    public static bool TryRead(JsonElement root, [NotNullWhen(true)] out MessageInput? input, [NotNullWhen(false)] out GraphError? error)
    {
        input = null;
        error = null;
        if (root.ValueKind != JsonValueKind.Object)
        {
            error = GraphError.BadRequest("Empty Payload. JSON content expected.");
            return false;
        }

        var read = new MessageInput();
        foreach (var property in root.EnumerateObject())
        {
            error = Read(property, ref read);
            if (error is not null)
            {
                return false;
            }
        }

        input = read;
        return true;
    }

    private static GraphError? Read(JsonProperty property, ref MessageInput input)
    {
        var value = property.Value;
        if (property.Name.Contains('@', StringComparison.Ordinal) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        switch (property.Name)
        {
            case "subject" when value.ValueKind == JsonValueKind.String:
                input = input with { Subject = value.GetString() };
                return null;
            case "internetMessageId" when value.ValueKind == JsonValueKind.String:
                input = input with { InternetMessageId = value.GetString() };
                return null;
            case "isRead" when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                input = input with { IsRead = value.GetBoolean() };
                return null;
            case "importance" when Is(value, Importances):
                input = input with { Importance = value.GetString() };
                return null;
            case "inferenceClassification" when Is(value, Classifications):
                input = input with { InferenceClassification = value.GetString() };
                return null;
            case "categories" when value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(c => c.ValueKind == JsonValueKind.String):
                input = input with { Categories = [.. value.EnumerateArray().Select(c => c.GetString()!)] };
                return null;
            case "flag" when value.ValueKind == JsonValueKind.Object && value.TryGetProperty("flagStatus", out var flag) && Is(flag, Flags):
                input = input with { FlagStatus = flag.GetString() };
                return null;
            case "body" when value.ValueKind == JsonValueKind.Object:
                return ReadBody(value, ref input);
            case "toRecipients":
                return ReadRecipients(property, out var to) ?? Keep(input with { To = to }, out input);
            case "ccRecipients":
                return ReadRecipients(property, out var cc) ?? Keep(input with { Cc = cc }, out input);
            case "bccRecipients":
                return ReadRecipients(property, out var bcc) ?? Keep(input with { Bcc = bcc }, out input);
            case "replyTo":
                return ReadRecipients(property, out var replyTo) ?? Keep(input with { ReplyTo = replyTo }, out input);
            case "from":
                return ReadRecipient(property.Name, value, out var from) ?? Keep(input with { From = from }, out input);
            case "sender":
                return ReadRecipient(property.Name, value, out var sender) ?? Keep(input with { Sender = sender }, out input);
            case "subject" or "internetMessageId" or "isRead" or "importance" or "inferenceClassification" or "categories" or "flag" or "body":
                return Mismatch(property.Name);

            // Given by the service; it ignores them in what a client writes.
            case "id" or "changeKey" or "isDraft" or "webLink" or "createdDateTime" or "lastModifiedDateTime" or "receivedDateTime" or "sentDateTime"
                or "hasAttachments" or "bodyPreview" or "conversationId" or "parentFolderId":
                return null;
            case "attachments" or "extensions" or "internetMessageHeaders" or "singleValueExtendedProperties" or "multiValueExtendedProperties"
                or "isDeliveryReceiptRequested" or "isReadReceiptRequested" or "uniqueBody" or "conversationIndex":
                return GraphError.NotEmulated($"'{property.Name}' in a message to be written");
            default:
                return new GraphError(400, "RequestBodyRead", $"The property '{property.Name}' does not exist on type 'microsoft.graph.message'. Make sure to only use property names that are defined by the type.");
        }
    }

    private static bool Is(JsonElement value, HashSet<string> allowed) => value.ValueKind == JsonValueKind.String && allowed.Contains(value.GetString()!);

    private static GraphError? Keep(MessageInput changed, out MessageInput input)
    {
        input = changed;
        return null;
    }

    private static GraphError Mismatch(string property) => GraphError.BadRequest($"Property {property} in payload has a value that does not match schema.");

    private static GraphError? ReadBody(JsonElement body, ref MessageInput input)
    {
        var content = body.TryGetProperty("content", out var c) && c.ValueKind == JsonValueKind.String ? c.GetString()! : null;
        var type = body.TryGetProperty("contentType", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString()!.ToLowerInvariant() : "text";
        if (content is null || type is not ("text" or "html"))
        {
            return Mismatch("body");
        }

        input = type == "text" ? input with { Text = content, Html = null } : input with { Text = TextOf(content), Html = content };
        return null;
    }

    /// <summary>As plain text, a line feed for each line.</summary>
    public static string TextOf(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Break().Replace(Paragraph().Replace(html, "\n\n"), "\n"), "")).Trim();

    private static GraphError? ReadRecipients(JsonProperty property, out IReadOnlyList<Recipient> recipients)
    {
        var read = new List<Recipient>();
        recipients = read;
        if (property.Value.ValueKind != JsonValueKind.Array)
        {
            return Mismatch(property.Name);
        }

        foreach (var element in property.Value.EnumerateArray())
        {
            if (ReadRecipient(property.Name, element, out var recipient) is { } error)
            {
                return error;
            }

            read.Add(recipient!);
        }

        return null;
    }

    private static GraphError? ReadRecipient(string property, JsonElement element, out Recipient? recipient)
    {
        recipient = null;
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("emailAddress", out var email)
            || email.ValueKind != JsonValueKind.Object
            || !email.TryGetProperty("address", out var address)
            || address.ValueKind != JsonValueKind.String)
        {
            return Mismatch(property);
        }

        var text = address.GetString()!.Trim();
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1 || text.Any(char.IsWhiteSpace))
        {
            return new GraphError(400, "ErrorInvalidRecipients", $"At least one recipient is not valid., Recipient '{text}' is not resolved. All recipients must be resolved before a message can be submitted.");
        }

        var name = email.TryGetProperty("name", out var n) && n.ValueKind == JsonValueKind.String && n.GetString()!.Length > 0 ? n.GetString()! : text;
        recipient = new Recipient(name, text);
        return null;
    }

    [GeneratedRegex("</p>", RegexOptions.IgnoreCase)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"<br\s*/?>|</div>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tag();
}
