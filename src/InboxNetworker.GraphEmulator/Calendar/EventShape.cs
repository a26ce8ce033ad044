using System.Globalization;
using System.Text.Json;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>How an event is written: the properties of <c>microsoft.graph.event</c> in the service's order.</summary>
internal sealed class EventShape(IReadOnlySet<string> ownAddresses)
{
    private const string Never = "0001-01-01T00:00:00Z";

    public Shape<StoredEvent> Shape { get; } = new(
        "microsoft.graph.event",
        "RequestBroker--ParseUri",
        [
            new("id", (json, e, wire) => json.WriteStringValue(wire.Ids.Event(e.Key, e.Occurrence, wire.ImmutableIds))),
            new("createdDateTime", (json, e, _) => json.WriteTime(e.Whole.Created)),
            new("lastModifiedDateTime", (json, e, _) => json.WriteTime(e.Whole.Modified)),
            new("changeKey", (json, e, wire) => json.WriteStringValue(wire.Ids.ChangeKey(e.Key, e.Whole.Version))),
            new("categories", (json, _, _) => json.WriteStrings([])),
            new("transactionId", (json, _, _) => json.WriteNullValue()),
            new("originalStartTimeZone", (json, _, _) => json.WriteStringValue("UTC")),
            new("originalEndTimeZone", (json, _, _) => json.WriteStringValue("UTC")),
            new("iCalUId", (json, e, _) => json.WriteStringValue(ICalUId(e))),
            new("reminderMinutesBeforeStart", (json, _, _) => json.WriteNumberValue(15)),
            new("isReminderOn", (json, e, _) => json.WriteBooleanValue(!e.Meeting.IsCancelled)),
            new("hasAttachments", (json, _, _) => json.WriteBooleanValue(false)),
            new("subject", (json, e, _) => json.WriteStringValue(e.Meeting.Subject)),
            new("bodyPreview", (json, _, _) => json.WriteStringValue("")),
            new("importance", (json, _, _) => json.WriteStringValue("normal")),
            new("sensitivity", (json, _, _) => json.WriteStringValue("normal")),
            new("isAllDay", (json, e, _) => json.WriteBooleanValue(e.Meeting.IsAllDay)),
            new("isCancelled", (json, e, _) => json.WriteBooleanValue(e.Meeting.IsCancelled)),
            new("isOrganizer", (json, e, _) => json.WriteBooleanValue(ownAddresses.Contains(e.Meeting.Organizer.Address))),
            new("responseRequested", (json, _, _) => json.WriteBooleanValue(true)),
            new("seriesMasterId", (json, e, wire) => json.WriteStringValue(e.Occurrence == 0 ? null : wire.Ids.Event(e.Key, 0, wire.ImmutableIds))),
            new("showAs", (json, e, _) => json.WriteStringValue(ShowAs(e.Meeting))),
            new("type", (json, e, _) => json.WriteStringValue(e.Type)),
            new("webLink", (json, e, wire) => json.WriteStringValue(WebLink(e, wire))),
            new("onlineMeetingUrl", (json, _, _) => json.WriteNullValue()),
            new("isOnlineMeeting", (json, _, _) => json.WriteBooleanValue(false)),
            new("onlineMeetingProvider", (json, _, _) => json.WriteStringValue("unknown")),
            new("allowNewTimeProposals", (json, _, _) => json.WriteBooleanValue(true)),
            new("isDraft", (json, _, _) => json.WriteBooleanValue(false)),
            new("hideAttendees", (json, _, _) => json.WriteBooleanValue(false)),
            new("responseStatus", (json, e, _) => WriteResponse(json, e.Meeting.OwnResponse, e.Whole.OwnAnswer)),
            new("body", WriteBody),
            new("start", (json, e, wire) => WriteMoment(json, e.Start, wire)),
            new("end", (json, e, wire) => WriteMoment(json, e.End, wire)),
            new("originalStart", (json, e, _) => WriteOriginalStart(json, e)),
            new("location", (json, e, _) => WriteLocation(json, e.Meeting)),
            new("recurrence", (json, e, _) => Recurrence.Write(json, e)),
            new("attendees", WriteAttendees),
            new("organizer", (json, e, _) => json.WriteRecipient(e.Meeting.Organizer)),
        ]);

    /// <summary>The little that change tracking tells of an occurrence; the rest is read from its master.</summary>
    public Selection<StoredEvent> Occurrence => field ??= Shape.TrySelect("id,seriesMasterId,type,start,end", out var selection, out _) ? selection : throw new InvalidOperationException();

    public static WriteValue<StoredEvent> Writer(Selection<StoredEvent> selection) =>
        (json, item, wire) =>
        {
            Lists.Etag(json, wire.Ids.ChangeKey(item.Key, item.Whole.Version));
            selection.Write(json, item, wire);
        };

    private static string ICalUId(StoredEvent item) =>
        "040000008200E00074C5B7101A82E008" + item.Occurrence.ToString("X8", CultureInfo.InvariantCulture) + item.Key.ToString("X32", CultureInfo.InvariantCulture);

    private static string ShowAs(Meeting meeting) => meeting switch
    {
        { IsCancelled: true } or { OwnResponse: Response.Declined } => "free",
        { OwnResponse: Response.TentativelyAccepted or Response.NotResponded or Response.None } => "tentative",
        _ => "busy",
    };

    private static string WebLink(StoredEvent item, Wire wire) =>
        $"https://outlook.office365.com/owa/?itemid={Uri.EscapeDataString(wire.Ids.Event(item.Key, item.Occurrence, false))}&exvsurl=1&path=/calendar/item";

    /// <summary>Unlike mail, event times have seven decimals and no offset; the zone stands beside them.</summary>
    private static void WriteMoment(Utf8JsonWriter json, DateTimeOffset time, Wire wire)
    {
        var local = TimeZoneInfo.ConvertTime(time, wire.Zone).DateTime;
        json.WriteStartObject();
        json.WriteString("dateTime", local.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        json.WriteString("timeZone", wire.ZoneName);
        json.WriteEndObject();
    }

    private static void WriteOriginalStart(Utf8JsonWriter json, StoredEvent item)
    {
        if (item.Occurrence == 0)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteTime(item.Start);
        }
    }

    private static void WriteBody(Utf8JsonWriter json, StoredEvent item, Wire wire)
    {
        json.WriteStartObject();
        json.WriteString("contentType", wire.Preferences.TextBody ? "text" : "html");
        json.WriteString("content", "");
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Meeting meeting)
    {
        var room = meeting.Attendees.FirstOrDefault(a => a.Type == AttendeeType.Resource);
        json.WriteStartObject();
        json.WriteString("displayName", room?.Name ?? "");
        json.WriteString("locationType", room is null ? "default" : "conferenceRoom");
        json.WriteString("uniqueIdType", "unknown");
        json.WriteEndObject();
    }

    private static void WriteAttendees(Utf8JsonWriter json, StoredEvent item, Wire wire)
    {
        json.WriteStartArray();
        foreach (var (attendee, answered) in item.Meeting.Attendees.Zip(item.Whole.Answers))
        {
            json.WriteStartObject();
            json.WriteString("type", attendee.Type switch
            {
                AttendeeType.Optional => "optional",
                AttendeeType.Resource => "resource",
                _ => "required",
            });
            json.WritePropertyName("status");
            WriteResponse(json, attendee.Response, answered);
            json.WriteEmailAddress(attendee.Name, attendee.Address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResponse(Utf8JsonWriter json, Response response, DateTimeOffset answered)
    {
        json.WriteStartObject();
        json.WriteString("response", response switch
        {
            Response.Organizer => "organizer",
            Response.Accepted => "accepted",
            Response.TentativelyAccepted => "tentativelyAccepted",
            Response.Declined => "declined",
            Response.NotResponded => "notResponded",
            _ => "none",
        });
        json.WritePropertyName("time");
        if (response is Response.Accepted or Response.TentativelyAccepted or Response.Declined)
        {
            json.WriteTime(answered);
        }
        else
        {
            json.WriteStringValue(Never);
        }

        json.WriteEndObject();
    }
}
