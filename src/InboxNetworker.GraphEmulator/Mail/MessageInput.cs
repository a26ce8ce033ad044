using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>What a client wrote about a message; null where it said nothing.</summary>
internal sealed record MessageInput
{
    public string? Subject { get; init; }

    public IReadOnlyList<Recipient>? To { get; init; }

    public IReadOnlyList<Recipient>? Cc { get; init; }

    public IReadOnlyList<Recipient>? Bcc { get; init; }

    public IReadOnlyList<Recipient>? ReplyTo { get; init; }

    public Recipient? From { get; init; }

    public Recipient? Sender { get; init; }

    /// <summary>The body as plain text, with the HTML beside it when it came as such.</summary>
    public string? Text { get; init; }

    public string? Html { get; init; }

    public string? Importance { get; init; }

    public string? InferenceClassification { get; init; }

    public string? FlagStatus { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public bool? IsRead { get; init; }

    public string? InternetMessageId { get; init; }

    public static async Task<(MessageInput? Input, GraphError? Error)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Unreadable);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return MessageInputReader.TryRead(document.RootElement, out var input, out var error) ? (input, null) : (null, error);
        }
        catch (JsonException)
        {
            return (null, Unreadable);
        }
    }

    private static GraphError Unreadable { get; } =
        GraphError.BadRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");

    /// <summary>The message with what the client wrote put over it.</summary>
    public StoredMessage ApplyTo(StoredMessage stored) => stored with { Content = ApplyTo(stored.Content), Written = ApplyTo(stored.Written) };

    public Message ApplyTo(Message message) => message with
    {
        Subject = Subject ?? message.Subject,
        To = To ?? message.To,
        Cc = Cc ?? message.Cc,
        Bcc = Bcc ?? message.Bcc,
        From = From ?? message.From,
        Sender = Sender ?? message.Sender,
        Text = Text ?? message.Text,
        IsRead = IsRead ?? message.IsRead,
        InternetMessageId = InternetMessageId ?? message.InternetMessageId,
    };

    public WrittenParts ApplyTo(WrittenParts parts) => parts with
    {
        ReplyTo = ReplyTo ?? parts.ReplyTo,
        Categories = Categories ?? parts.Categories,
        Importance = Importance ?? parts.Importance,
        InferenceClassification = InferenceClassification ?? parts.InferenceClassification,
        FlagStatus = FlagStatus ?? parts.FlagStatus,
        Html = Text is null ? parts.Html : Html,
    };

    /// <summary>Whether it touches more than what the service lets change on a message that is no draft.</summary>
    public bool ChangesContent => Subject is not null || Text is not null || To is not null || Cc is not null || Bcc is not null || ReplyTo is not null || From is not null || Sender is not null;
}
