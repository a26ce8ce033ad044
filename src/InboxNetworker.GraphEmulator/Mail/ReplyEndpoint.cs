using System.Net;
using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>
/// A reply as a draft, in the conversation of what is replied to, with its head quoted: https://learn.microsoft.com/graph/api/message-createreply.
/// It goes to the sender, or to whom a message of the owner's own went, unless the client names others.
/// </summary>
internal static class ReplyEndpoint
{
    private const string Prefix = "RE: ";

    public static void MapReplies(this IEndpointRouteBuilder owner) => owner.MapPost("/messages/{message}/createReply", Reply);

    private static async Task<IResult> Reply(HttpContext http, MailboxStore mailbox, string message)
    {
        if (MessageEndpoints.Find(mailbox, message, out var found) is { } notFound)
        {
            return notFound;
        }

        var (comment, input, error) = await ReadAsync(http);
        if (input is null)
        {
            return error!;
        }

        var original = found!.Content;
        if (original.IsDraft)
        {
            return new GraphError(400, "ErrorInvalidOperation", "The message is a draft and can't be replied to.");
        }

        var self = new Recipient(mailbox.Owner.DisplayName, mailbox.Owner.Mail);
        IReadOnlyList<Recipient> to = original.From is null || IsOwner(mailbox, original.From) ? original.To : [original.From];
        var html = $"<html><body>{comment}<hr><div>{Head(original)}</div></body></html>";
        input = input with
        {
            Subject = input.Subject ?? (original.Subject.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? original.Subject : Prefix + original.Subject),
            To = input.To ?? to,
            Html = input.Html ?? (input.Text is null ? html : null),
            Text = input.Text ?? MessageInputReader.TextOf(html),
        };
        var now = mailbox.Mail.Now;
        var domain = self.Address[(self.Address.LastIndexOf('@') + 1)..];
        var draft = mailbox.Mail.Add(
            key => input.ApplyTo(new Message(key, mailbox.Mail.Drafts.Info.Key, self, [], [], "", now, original.ConversationKey, $"<{WireIds.Hash(key):x32}@{domain}>", IsDraft: true)),
            input.ApplyTo(WrittenParts.None));
        WriteEndpoints.Tell(mailbox, ChangeKind.Created, draft);
        return WriteEndpoints.One(Wire.Of(http, mailbox), draft, 201);
    }

    /// <summary>The parameters' names are not case-sensitive; the SDK writes them in capitals.</summary>
    private static async Task<(string Comment, MessageInput? Input, GraphError? Error)> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0)
        {
            return ("", new MessageInput(), null);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var parameters = document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase);
            var comment = parameters.TryGetValue("comment", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
            var input = new MessageInput();
            if (parameters.TryGetValue("message", out var message) && message.ValueKind != JsonValueKind.Null && !MessageInputReader.TryRead(message, out input, out var error))
            {
                return ("", null, error);
            }

            return comment is not null && input.Text is not null
                ? ("", null, GraphError.BadRequest("The request can't have both the Comment parameter and the Body property of the Message parameter."))
                : (comment ?? "", input, null);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return ("", null, GraphError.BadRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format."));
        }
    }

    private static bool IsOwner(MailboxStore mailbox, Recipient who) =>
        mailbox.Owner.OtherAddresses.Append(mailbox.Owner.Mail).Contains(who.Address, StringComparer.OrdinalIgnoreCase);

    private static string Head(Message original) => string.Join(
        "<br>",
        new[] { ("From", Name(original.From)), ("Sent", original.Sent.ToString("r", System.Globalization.CultureInfo.InvariantCulture)), ("To", string.Join("; ", original.To.Select(Name))), ("Subject", original.Subject) }
            .Select(line => $"<b>{line.Item1}:</b> {WebUtility.HtmlEncode(line.Item2)}"));

    private static string Name(Recipient? who) => who is null ? "" : $"{who.Name} <{who.Address}>";
}
