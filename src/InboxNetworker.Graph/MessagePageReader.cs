using System.Text;
using System.Text.Json;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Graph;

/// <summary>
/// A page of messages straight from the bytes of the answer, in one pass: the SDK's own models cost some thirty times as much. It reads what
/// <see cref="MessageReading"/> reads of such a model, and the tests hold the two together.
/// </summary>
/// <param name="names">Keeps the addresses and names of a mailbox, so that known ones cost nothing.</param>
internal sealed class MessagePageReader(SeenNames names)
{
    private readonly List<Participant> _people = [];
    private int _usual;

    /// <returns>Null for an answer without messages, or without a link to go on from.</returns>
    /// <exception cref="JsonException">The answer breaks off, or is no page of messages.</exception>
    public ToldPage? Read(ReadOnlySpan<byte> answer)
    {
        try
        {
            return Page(answer);
        }
        catch (InvalidOperationException error)
        {
            // A text that cannot be read. Looked at only here, because nothing is to go over a page twice that can be.
            return Page(ReadableText.Of(answer) ?? throw new JsonException("A text cannot be read.", error));
        }
    }

    private ToldPage? Page(ReadOnlySpan<byte> answer)
    {
        (List<MailChange>? messages, var inPart) = (null, new List<(int, string)>());
        (string? next, string? delta) = (null, null);
        var json = new Utf8JsonReader(answer);
        Demand(json.Read() && json.TokenType == JsonTokenType.StartObject);
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("@odata.nextLink"u8))
            {
                next = Text(ref json);
            }
            else if (json.ValueTextEquals("@odata.deltaLink"u8))
            {
                delta = Text(ref json);
            }
            else if (json.ValueTextEquals("value"u8) && Given(ref json, JsonTokenType.StartArray))
            {
                messages = new(_usual);
                while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                {
                    Message(ref json, answer, messages, inPart);
                }
            }
            else
            {
                json.Skip();
            }
        }

        _usual = messages?.Count ?? _usual;
        Demand(!json.Read()); // throws for what breaks off, and for what follows
        return messages is not null && (next ?? delta) is { } link ? new ToldPage(messages, inPart, link, IsLast: next is null) : null;
    }

    private void Message(ref Utf8JsonReader json, ReadOnlySpan<byte> answer, List<MailChange> into, List<(int Position, string Id)> inPart)
    {
        ItemId? id = null;
        (Participant? from, Participant[]? to, Participant[]? cc, var recipients, string? subject) = (null, null, null, 0, null);
        (DateTimeOffset? sent, DateTimeOffset? received, bool? isDraft, var isMeetingMail, var removed) = (null, null, null, false, false);
        Range idAt = default;
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("id"u8))
            {
                if (Given(ref json, JsonTokenType.String))
                {
                    id = json.ValueIsEscaped ? ItemId.Of(Encoding.UTF8.GetBytes(json.GetString()!)) : ItemId.Of(json.ValueSpan);
                    idAt = (int)json.TokenStartIndex..(int)json.BytesConsumed;
                }
            }
            else if (json.ValueTextEquals("from"u8))
            {
                from = Given(ref json, JsonTokenType.StartObject) ? Recipient(ref json) : null;
            }
            else if (json.ValueTextEquals("toRecipients"u8))
            {
                to = Recipients(ref json, ref recipients);
            }
            else if (json.ValueTextEquals("ccRecipients"u8))
            {
                cc = Recipients(ref json, ref recipients);
            }
            else if (json.ValueTextEquals("bccRecipients"u8))
            {
                Recipients(ref json, ref recipients);
            }
            else if (json.ValueTextEquals("subject"u8))
            {
                subject = Text(ref json);
            }
            else if (json.ValueTextEquals("sentDateTime"u8))
            {
                sent = Time(ref json);
            }
            else if (json.ValueTextEquals("receivedDateTime"u8))
            {
                received = Time(ref json);
            }
            else if (json.ValueTextEquals("isDraft"u8))
            {
                isDraft = Flag(ref json);
            }
            else if (json.ValueTextEquals("@odata.type"u8))
            {
                isMeetingMail = Text(ref json)?.StartsWith("#microsoft.graph.eventMessage", StringComparison.Ordinal) == true;
            }
            else
            {
                removed |= json.ValueTextEquals("@removed"u8);
                json.Skip();
            }
        }

        if (id is not { } known)
        {
            return;
        }

        if (!removed && (isDraft is null || received is null || sent is null || to is null || cc is null))
        {
            inPart.Add((into.Count, JsonSerializer.Deserialize<string>(answer[idAt])!));
        }

        MailItem? mail = !removed && (sent ?? received) is { } at
            ? new MailItem(from, to ?? [], cc ?? [], subject, received < at ? received.Value : at, recipients, isDraft ?? false, isMeetingMail)
            : null;
        into.Add(new MailChange(known, mail, removed));
    }

    /// <param name="count">Grows by all that are named, unreadable ones included.</param>
    private Participant[]? Recipients(ref Utf8JsonReader json, ref int count)
    {
        if (!Given(ref json, JsonTokenType.StartArray))
        {
            return null;
        }

        _people.Clear();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            count++;
            if (Recipient(ref json) is { } person)
            {
                _people.Add(person);
            }
        }

        return _people.Count == 0 ? [] : [.. _people];
    }

    /// <returns>Null where there is no readable address.</returns>
    private Participant? Recipient(ref Utf8JsonReader json)
    {
        Participant? found = null;
        while (NextProperty(ref json))
        {
            if (!json.ValueTextEquals("emailAddress"u8))
            {
                json.Skip();
            }
            else if (Given(ref json, JsonTokenType.StartObject))
            {
                found = Mailbox(ref json);
            }
        }

        return found;
    }

    private Participant? Mailbox(ref Utf8JsonReader json)
    {
        Utf8JsonReader name = default, address = default;
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("name"u8))
            {
                name = Given(ref json, JsonTokenType.String) ? json : default;
            }
            else if (json.ValueTextEquals("address"u8))
            {
                address = Given(ref json, JsonTokenType.String) ? json : default;
            }
            else
            {
                json.Skip();
            }
        }

        return address.TokenType == JsonTokenType.String ? names.Of(ref address, ref name) : null;
    }

    private static bool NextProperty(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to the value; what is of another kind, null as a rule, is passed over.</summary>
    private static bool Given(ref Utf8JsonReader json, JsonTokenType kind)
    {
        json.Read();
        if (json.TokenType == kind)
        {
            return true;
        }

        json.Skip();
        return false;
    }

    private static string? Text(ref Utf8JsonReader json) => Given(ref json, JsonTokenType.String) ? json.GetString() : null;

    private static DateTimeOffset? Time(ref Utf8JsonReader json) => Given(ref json, JsonTokenType.String) && json.TryGetDateTimeOffset(out var time) ? time : null;

    private static bool? Flag(ref Utf8JsonReader json)
    {
        json.Read();
        bool? flag = json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
        json.Skip();
        return flag;
    }

    private static void Demand(bool condition)
    {
        if (!condition)
        {
            throw new JsonException("Not what a page of messages is made of.");
        }
    }
}

/// <summary>A page as it was told.</summary>
/// <param name="InPart">The messages that are told in part only: their positions, and the ids to ask for the whole of them.</param>
/// <param name="Link">Where to go on.</param>
/// <param name="IsLast">The link is a deltaLink: this round ends here.</param>
internal sealed record ToldPage(List<MailChange> Changes, IReadOnlyList<(int Position, string Id)> InPart, string Link, bool IsLast);
