using System.Globalization;
using System.Text.Json;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>The recurrence of a series master; occurrences and single events have none.</summary>
internal static class Recurrence
{
    public static void Write(Utf8JsonWriter json, StoredEvent item)
    {
        if (item.Type != "seriesMaster")
        {
            json.WriteNullValue();
            return;
        }

        var meeting = item.Meeting;
        json.WriteStartObject();
        json.WriteStartObject("pattern");
        json.WriteString("type", "weekly");
        json.WriteNumber("interval", meeting.Weeks);
        json.WriteNumber("month", 0);
        json.WriteNumber("dayOfMonth", 0);
        json.WriteStartArray("daysOfWeek");
        json.WriteStringValue(meeting.Start.UtcDateTime.DayOfWeek.ToString().ToLowerInvariant());
        json.WriteEndArray();
        json.WriteString("firstDayOfWeek", "sunday");
        json.WriteString("index", "first");
        json.WriteEndObject();
        json.WriteStartObject("range");
        json.WriteString("type", "numbered");
        json.WriteString("startDate", meeting.Start.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("endDate", "0001-01-01");
        json.WriteString("recurrenceTimeZone", "UTC");
        json.WriteNumber("numberOfOccurrences", meeting.Occurrences);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
