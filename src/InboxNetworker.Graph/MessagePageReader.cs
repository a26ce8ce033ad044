using System.Text;
using System.Text.Json;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Graph;

/// <summary>A page of messages from its bytes. It reads what <see cref="MessageReading"/> reads of the SDK's model.</summary>
/// <param name="names">Keeps the addresses and names of a mailbox, so that known ones cost nothing.</param>
internal sealed class MessagePageReader(SeenNames names) : PageReader<MailChange>
{
    private readonly List<Participant> _people = [];
    private List<(int Position, string Id)> _inPart = [];

    private enum Field
    {
        Unknown,
        Id,
        From,
        To,
        Cc,
        Bcc,
        Subject,
        Sent,
        Received,
        IsDraft,
        Type,
        Removed,
    }

    /// <returns>Null for an answer without messages, or without a link to go on from.</returns>
    /// <exception cref="JsonException">The answer breaks off, or is no page of messages.</exception>
    public ToldPage? Read(ReadOnlySpan<byte> answer) =>
        Page(answer) is var (messages, next, delta) && (next ?? delta) is { } link ? new ToldPage(messages, _inPart, link, IsLast: next is null) : null;

    protected override void Begin() => _inPart = [];

    protected override void Item(ref Utf8JsonReader json, ReadOnlySpan<byte> answer, List<MailChange> into)
    {
        ItemId? id = null;
        (Participant? from, Participant[]? to, Participant[]? cc, var recipients, string? subject) = (null, null, null, 0, null);
        (DateTimeOffset? sent, DateTimeOffset? received, bool? isDraft, var isMeetingMail, var removed) = (null, null, null, false, false);
        Range idAt = default;
        while (json.NextProperty())
        {
            switch (FieldOf(json.ValueIsEscaped ? Encoding.UTF8.GetBytes(json.GetString()!) : json.ValueSpan))
            {
                case Field.Id:
                    if (json.Given(JsonTokenType.String))
                    {
                        id = json.ValueIsEscaped ? ItemId.Of(Encoding.UTF8.GetBytes(json.GetString()!)) : ItemId.Of(json.ValueSpan);
                        idAt = (int)json.TokenStartIndex..(int)json.BytesConsumed;
                    }

                    break;
                case Field.From:
                    from = json.Given(JsonTokenType.StartObject) ? names.ReadRecipient(ref json) : null;
                    break;
                case Field.To:
                    to = Recipients(ref json, ref recipients);
                    break;
                case Field.Cc:
                    cc = Recipients(ref json, ref recipients);
                    break;
                case Field.Bcc:
                    Recipients(ref json, ref recipients);
                    break;
                case Field.Subject:
                    subject = json.Text();
                    break;
                case Field.Sent:
                    sent = json.Time();
                    break;
                case Field.Received:
                    received = json.Time();
                    break;
                case Field.IsDraft:
                    isDraft = json.Flag();
                    break;
                case Field.Type:
                    isMeetingMail = json.Text()?.StartsWith("#microsoft.graph.eventMessage", StringComparison.Ordinal) == true;
                    break;
                case Field.Removed:
                    removed = true;
                    json.Skip();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (id is not { } known)
        {
            return;
        }

        if (!removed && (isDraft is null || received is null || sent is null || to is null || cc is null))
        {
            _inPart.Add((into.Count, JsonSerializer.Deserialize<string>(answer[idAt])!));
        }

        MailItem? mail = !removed && (sent ?? received) is { } at
            ? new MailItem(from, to ?? [], cc ?? [], subject, received < at ? received.Value : at, recipients, isDraft ?? false, isMeetingMail)
            : null;
        into.Add(new MailChange(known, mail, removed));
    }

    /// <summary>By its length first: nearly every name is then compared once.</summary>
    private static Field FieldOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("id"u8) => Field.Id,
        4 when name.SequenceEqual("from"u8) => Field.From,
        7 when name.SequenceEqual("subject"u8) => Field.Subject,
        7 when name.SequenceEqual("isDraft"u8) => Field.IsDraft,
        8 when name.SequenceEqual("@removed"u8) => Field.Removed,
        11 when name.SequenceEqual("@odata.type"u8) => Field.Type,
        12 when name.SequenceEqual("toRecipients"u8) => Field.To,
        12 when name.SequenceEqual("ccRecipients"u8) => Field.Cc,
        12 when name.SequenceEqual("sentDateTime"u8) => Field.Sent,
        13 when name.SequenceEqual("bccRecipients"u8) => Field.Bcc,
        16 when name.SequenceEqual("receivedDateTime"u8) => Field.Received,
        _ => Field.Unknown,
    };

    /// <param name="count">Grows by all that are named, unreadable ones included.</param>
    private Participant[]? Recipients(ref Utf8JsonReader json, ref int count)
    {
        if (!json.Given(JsonTokenType.StartArray))
        {
            return null;
        }

        _people.Clear();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            count++;
            if (names.ReadRecipient(ref json) is { } person)
            {
                _people.Add(person);
            }
        }

        return _people.Count == 0 ? [] : [.. _people];
    }
}

/// <summary>A page as it was told.</summary>
/// <param name="InPart">The messages that are told in part only: their positions, and the ids to ask for the whole of them.</param>
/// <param name="Link">Where to go on.</param>
/// <param name="IsLast">The link is a deltaLink: this round ends here.</param>
internal sealed record ToldPage(List<MailChange> Changes, IReadOnlyList<(int Position, string Id)> InPart, string Link, bool IsLast);
