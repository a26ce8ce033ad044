using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>What a meeting has to keep to so that the service could have it too.</summary>
internal static class EventRules
{
    public const int MaxSubject = 255;
    public const int MaxAttendees = 500;
    public const int MaxWeeks = 99;
    public const int MaxOccurrences = 999;

    /// <summary>The years a calendar can hold, as in Exchange.</summary>
    public const int FirstYear = 1601;
    public const int LastYear = 4500;

    /// <summary>A sentence for whoever wrote it; null when nothing is wrong.</summary>
    public static string? Problem(Meeting meeting) =>
        OfParts(meeting) ?? OfTimes(meeting) ?? OfSeries(meeting) ?? OfPeople(meeting);

    /// <summary>The owner answers invitations of others only.</summary>
    public static string? Problem(Response answer, bool ownerOrganizes) => (answer, ownerOrganizes) switch
    {
        (not Response.Organizer, true) => "ownResponse: the owner organizes this meeting, so the only response is 'organizer'.",
        (Response.Organizer, false) => "ownResponse: 'organizer' is for a meeting the owner organizes.",
        _ => null,
    };

    private static string? OfParts(Meeting meeting)
    {
        if (meeting.Subject is null || meeting.Subject.Length > MaxSubject)
        {
            return $"subject: a text of at most {MaxSubject} characters is expected.";
        }

        return Enum.IsDefined(meeting.OwnResponse) ? null : "ownResponse: there is no such response.";
    }

    private static string? OfTimes(Meeting meeting)
    {
        if (meeting.Start.Year is < FirstYear or > LastYear || meeting.End.Year is < FirstYear or > LastYear)
        {
            return $"start and end: the years from {FirstYear} to {LastYear} are known to a calendar.";
        }

        if (meeting.End < meeting.Start)
        {
            return "end: a meeting cannot end before its start.";
        }

        return meeting.IsAllDay && (meeting.Start.TimeOfDay != TimeSpan.Zero || meeting.End.TimeOfDay != TimeSpan.Zero || meeting.Start == meeting.End)
            ? "isAllDay: start and end of an all-day event are midnights (UTC), a day or more apart."
            : null;
    }

    private static string? OfSeries(Meeting meeting)
    {
        if (meeting.Weeks is < 0 or > MaxWeeks)
        {
            return $"weeks: a number from 0 (a single event) to {MaxWeeks} is expected.";
        }

        if (meeting.Occurrences is < 1 or > MaxOccurrences || (meeting.Weeks == 0 && meeting.Occurrences != 1))
        {
            return $"occurrences: a number from 1 to {MaxOccurrences} is expected, and 1 when weeks is 0.";
        }

        if (meeting.Weeks > 0 && meeting.End - meeting.Start > TimeSpan.FromDays(7 * meeting.Weeks))
        {
            return "end: an occurrence cannot last into the next one.";
        }

        return meeting.End.Year + (meeting.Weeks * meeting.Occurrences / 52.0) > LastYear
            ? $"occurrences: the last one has to end before the year {LastYear}."
            : null;
    }

    private static string? OfPeople(Meeting meeting)
    {
        if (meeting.Organizer is null || !IsAddress(meeting.Organizer.Address))
        {
            return "organizer: an e-mail address is expected.";
        }

        if (meeting.Attendees is null || meeting.Attendees.Count > MaxAttendees)
        {
            return $"attendees: at most {MaxAttendees} are expected.";
        }

        for (var i = 0; i < meeting.Attendees.Count; i++)
        {
            var each = meeting.Attendees[i];
            if (each is null || each.Name is null || !IsAddress(each.Address) || !Enum.IsDefined(each.Type) || !Enum.IsDefined(each.Response))
            {
                return $"attendees[{i}]: a name, an e-mail address, a type and a response are expected.";
            }
        }

        return null;
    }

    private static bool IsAddress(string? text) =>
        text is not null && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);
}
