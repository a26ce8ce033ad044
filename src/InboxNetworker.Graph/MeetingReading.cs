using System.Globalization;
using InboxNetworker.Core.Interactions;
using Microsoft.Graph.Models;

namespace InboxNetworker.Graph;

/// <summary>From the service's event to the meeting Core knows.</summary>
internal static class MeetingReading
{
    public static readonly string[] Properties = ["subject", "start", "isCancelled", "organizer", "attendees", "responseStatus", "type"];

    /// <returns>Null for an event without an id or a time.</returns>
    public static MeetingEntry? ToEntry(Event meeting)
    {
        // Times are UTC, because no request asks for another zone.
        if (meeting.Id is null || !DateTimeOffset.TryParse(meeting.Start?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start))
        {
            return null;
        }

        return new MeetingEntry(ItemId.Of(meeting.Id), new MeetingItem(
            MessageReading.ToParticipant(meeting.Organizer?.EmailAddress),
            [.. (meeting.Attendees ?? []).Select(ToAttendee).OfType<MeetingAttendee>()],
            meeting.Subject,
            start,
            meeting.IsCancelled ?? false,
            meeting.ResponseStatus?.Response == ResponseType.Declined,
            meeting.Type is EventType.Occurrence or EventType.Exception));
    }

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static MeetingAttendee? ToAttendee(Attendee attendee) => MessageReading.ToParticipant(attendee.EmailAddress) is { } participant
        ? new MeetingAttendee(
            participant,
            attendee.Type == AttendeeType.Resource ? AttendeeRole.Resource : AttendeeRole.Person,
            attendee.Status?.Response == ResponseType.Declined)
        : null;
}
