using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;
using MimeKit;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>How often what was sent, by its internetMessageId, and which tasks were made, by the id their maker gave them: for tests to count.</summary>
internal sealed class Deliveries
{
    private readonly ConcurrentQueue<SentMail> _sent = new();

    public IReadOnlyCollection<SentMail> Sent => _sent;

    public void Add(SentMail mail) => _sent.Enqueue(mail);
}

/// <param name="Mime">The mail as it was handed over; null where it came as JSON.</param>
internal sealed record SentMail(string MessageId, string Subject, IReadOnlyList<string> To, string? Mime);

/// <summary>Sending: a draft, or a mail that was none, as JSON or as MIME in base64. Accepted means that it is sent a moment later; here, at once.</summary>
internal static class SendEndpoints
{
    public static void MapSending(this IEndpointRouteBuilder owner)
    {
        owner.MapPost("/sendMail", SendMail);
        owner.MapPost("/messages/{message}/send", SendDraft);
    }

    private static async Task<IResult> SendMail(HttpContext http, MailboxStore mailbox, Deliveries deliveries)
    {
        if (http.Request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.ASCII);
            var (mime, text) = Parse(await reader.ReadToEndAsync(http.RequestAborted));
            return mime is null ? GraphError.BadRequest("Invalid base64 string for MIME content.") : Send(mailbox, deliveries, InputOf(mime), text, save: true);
        }

        if (!http.Request.HasJsonContentType())
        {
            return GraphError.BadRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var parameters = document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase);
            if (!parameters.TryGetValue("message", out var message))
            {
                return GraphError.BadRequest("The 'Message' parameter is required.");
            }

            return MessageInputReader.TryRead(message, out var input, out var error)
                ? Send(mailbox, deliveries, input, null, save: !parameters.TryGetValue("saveToSentItems", out var saves) || saves.ValueKind != JsonValueKind.False)
                : error;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return GraphError.BadRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
        }
    }

    private static IResult SendDraft(MailboxStore mailbox, Deliveries deliveries, string message)
    {
        if (MessageEndpoints.Find(mailbox, message, out var found) is { } notFound)
        {
            return notFound;
        }

        var draft = found!.Content;
        if (!draft.IsDraft)
        {
            return new GraphError(400, "ErrorInvalidOperation", "The message is not a draft.");
        }

        if (draft.To.Count + draft.Cc.Count + (draft.Bcc?.Count ?? 0) == 0)
        {
            return NoRecipients;
        }

        mailbox.Mail.TryFindFolder("sentitems", out var sentItems);
        var sent = mailbox.Mail.Change(found.Key, m => m with { FolderHash = sentItems!.Hash, Content = m.Content with { FolderKey = sentItems.Info.Key, IsDraft = false, Sent = mailbox.Mail.Now } });
        if (sent is null)
        {
            return GraphError.ItemNotFound;
        }

        WriteEndpoints.Tell(mailbox, ChangeKind.Created, sent);
        deliveries.Add(new SentMail(draft.InternetMessageId, draft.Subject, [.. draft.To.Select(r => r.Address)], null));
        Arrive(mailbox, sent.Content);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static IResult Send(MailboxStore mailbox, Deliveries deliveries, MessageInput input, string? mime, bool save)
    {
        if ((input.To?.Count ?? 0) + (input.Cc?.Count ?? 0) + (input.Bcc?.Count ?? 0) == 0)
        {
            return NoRecipients;
        }

        var owner = new Recipient(mailbox.Owner.DisplayName, mailbox.Owner.Mail);
        Message Write(string key, string folder) => input.ApplyTo(new Message(
            key, folder, owner, [], [], "", mailbox.Mail.Now, key, $"<{WireIds.Hash(key):x32}@{owner.Address[(owner.Address.LastIndexOf('@') + 1)..]}>"));

        mailbox.Mail.TryFindFolder("sentitems", out var sentItems);
        var content = Write("sent", sentItems!.Info.Key);
        if (save)
        {
            var sent = mailbox.Mail.Add(key => content = Write(key, sentItems.Info.Key), input.ApplyTo(WrittenParts.None));
            WriteEndpoints.Tell(mailbox, ChangeKind.Created, sent);
        }

        deliveries.Add(new SentMail(content.InternetMessageId, content.Subject, [.. content.To.Select(r => r.Address)], mime));
        Arrive(mailbox, content);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <summary>What the owner sends to themselves comes into the inbox as well.</summary>
    private static void Arrive(MailboxStore mailbox, Message sent)
    {
        string[] own = [mailbox.Owner.Mail, .. mailbox.Owner.OtherAddresses];
        if (sent.To.Concat(sent.Cc).Concat(sent.Bcc ?? []).Any(r => own.Contains(r.Address, StringComparer.OrdinalIgnoreCase)) && mailbox.Mail.TryFindFolder("inbox", out var inbox))
        {
            WriteEndpoints.Tell(mailbox, ChangeKind.Created, mailbox.Mail.Add(key => sent with { Key = key, FolderKey = inbox.Info.Key, IsRead = false, IsDraft = false }, WrittenParts.None));
        }
    }

    private static (MimeMessage? Mime, string Text) Parse(string base64)
    {
        try
        {
            var bytes = Convert.FromBase64String(base64);
            using var stream = new MemoryStream(bytes);
            return (MimeMessage.Load(stream), Encoding.UTF8.GetString(bytes));
        }
        catch (FormatException)
        {
            return (null, string.Empty);
        }
    }

    private static MessageInput InputOf(MimeMessage mime) => new()
    {
        Subject = mime.Subject ?? "",
        To = Recipients(mime.To),
        Cc = Recipients(mime.Cc),
        Bcc = Recipients(mime.Bcc),
        Text = mime.TextBody ?? "",
        Html = mime.HtmlBody,
        InternetMessageId = mime.MessageId is { } id ? $"<{id}>" : null,
    };

    private static List<Recipient> Recipients(InternetAddressList list) => [.. list.Mailboxes.Select(m => new Recipient(string.IsNullOrEmpty(m.Name) ? m.Address : m.Name, m.Address))];

    private static GraphError NoRecipients { get; } = new(400, "ErrorInvalidRecipients", "At least one recipient is not valid., A message can't be sent because it contains no recipients.");
}
