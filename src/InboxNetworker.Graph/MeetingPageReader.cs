using System.Text;
using System.Text.Json;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Graph;

/// <summary>A page of meetings from its bytes.</summary>
/// <param name="names">Keeps the addresses and names of a mailbox, so that known ones cost nothing.</param>
internal sealed class MeetingPageReader(SeenNames names) : PageReader<MeetingEntry>
{
    private readonly List<MeetingAttendee> _attendees = [];

    /// <returns>Null for an answer without meetings.</returns>
    /// <exception cref="JsonException">The answer breaks off, or is no page of meetings.</exception>
    public MeetingPage? Read(ReadOnlySpan<byte> answer) => Page(answer) is var (meetings, next, _) ? new MeetingPage(meetings, next) : null;

    protected override void Item(ref Utf8JsonReader json, ReadOnlySpan<byte> answer, List<MeetingEntry> into)
    {
        (ItemId? id, Participant? organizer, MeetingAttendee[] attendees, string? subject, DateTimeOffset? start) = (null, null, [], null, null);
        var (isCancelled, declined, isOfSeries) = (false, false, false);
        while (json.NextProperty())
        {
            if (json.ValueTextEquals("id"u8))
            {
                id = json.Text() is { } told ? ItemId.Of(told) : null;
            }
            else if (json.ValueTextEquals("subject"u8))
            {
                subject = json.Text();
            }
            else if (json.ValueTextEquals("start"u8))
            {
                start = Start(ref json);
            }
            else if (json.ValueTextEquals("organizer"u8))
            {
                organizer = json.Given(JsonTokenType.StartObject) ? names.ReadRecipient(ref json) : null;
            }
            else if (json.ValueTextEquals("attendees"u8))
            {
                attendees = Attendees(ref json);
            }
            else if (json.ValueTextEquals("isCancelled"u8))
            {
                isCancelled = json.Flag() == true;
            }
            else if (json.ValueTextEquals("responseStatus"u8))
            {
                declined = IsDeclined(ref json);
            }
            else if (json.ValueTextEquals("type"u8))
            {
                isOfSeries = json.Given(JsonTokenType.String) && (json.ValueTextEquals("occurrence"u8) || json.ValueTextEquals("exception"u8));
            }
            else
            {
                json.Skip();
            }
        }

        if (id is { } known && start is { } at)
        {
            into.Add(new MeetingEntry(known, new MeetingItem(organizer, attendees, subject, at, isCancelled, declined, isOfSeries)));
        }
    }

    private static DateTimeOffset? Start(ref Utf8JsonReader json)
    {
        DateTimeOffset? start = null;
        if (json.Given(JsonTokenType.StartObject))
        {
            while (json.NextProperty())
            {
                if (json.ValueTextEquals("dateTime"u8))
                {
                    start = MeetingReading.TimeOf(json.Text());
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return start;
    }

    private MeetingAttendee[] Attendees(ref Utf8JsonReader json)
    {
        if (!json.Given(JsonTokenType.StartArray))
        {
            return [];
        }

        _attendees.Clear();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            (Participant? person, var role, var declined) = (null, AttendeeRole.Person, false);
            while (json.NextProperty())
            {
                if (json.ValueTextEquals("emailAddress"u8))
                {
                    person = names.Read(ref json);
                }
                else if (json.ValueTextEquals("type"u8))
                {
                    role = json.Says("resource"u8) ? AttendeeRole.Resource : AttendeeRole.Person;
                }
                else if (json.ValueTextEquals("status"u8))
                {
                    declined = IsDeclined(ref json);
                }
                else
                {
                    json.Skip();
                }
            }

            if (person is { } known)
            {
                _attendees.Add(new MeetingAttendee(known, role, declined));
            }
        }

        return [.. _attendees];
    }

    private static bool IsDeclined(ref Utf8JsonReader json)
    {
        var declined = false;
        if (json.Given(JsonTokenType.StartObject))
        {
            while (json.NextProperty())
            {
                if (json.ValueTextEquals("response"u8))
                {
                    declined = json.Says("declined"u8);
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return declined;
    }
}

/// <param name="NextLink">Null on the last page.</param>
internal sealed record MeetingPage(List<MeetingEntry> Meetings, string? NextLink);
