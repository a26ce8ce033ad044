using System.Globalization;
using System.Text;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Alerts;

/// <param name="Uid">Stays the same from one reading of the feed to the next.</param>
/// <param name="Stamp">When it was made.</param>
public sealed record FeedEntry(string Uid, DateOnly Day, string Title, string Text, DateTimeOffset Stamp);

/// <summary>A calendar of alerts, one whole day each, as calendars subscribe to it (RFC 5545).</summary>
public static class CalendarFeed
{
    /// <summary>A line without its end has at most so many octets; it goes on after a line end and a space (3.1).</summary>
    public const int LongestLine = 75;

    public static string Of(IEnumerable<FeedEntry> entries, Words say)
    {
        var feed = new StringBuilder();
        Line(feed, "BEGIN:VCALENDAR");
        Line(feed, "VERSION:2.0");
        Line(feed, $"PRODID:-//InboxNetworker//Alerts//{say.Language.ToUpperInvariant()}");
        Line(feed, "CALSCALE:GREGORIAN");
        Line(feed, "METHOD:PUBLISH");
        Line(feed, $"X-WR-CALNAME:{Escape(say.Calendar)}");
        Line(feed, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        foreach (var entry in entries)
        {
            Line(feed, "BEGIN:VEVENT");
            Line(feed, $"UID:{Escape(entry.Uid)}");
            Line(feed, $"DTSTAMP:{entry.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line(feed, $"DTSTART;VALUE=DATE:{Day(entry.Day)}");
            Line(feed, $"DTEND;VALUE=DATE:{Day(entry.Day.AddDays(1))}");
            Line(feed, $"SUMMARY:{Escape(entry.Title)}");
            Line(feed, $"DESCRIPTION:{Escape(entry.Text)}");
            Line(feed, "TRANSP:TRANSPARENT");
            Line(feed, "END:VEVENT");
        }

        Line(feed, "END:VCALENDAR");
        return feed.ToString();
    }

    /// <summary>A text value (3.3.11): a line feed becomes <c>\n</c>, other control characters go.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Folds between characters, never within one.</summary>
    private static void Line(StringBuilder feed, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                feed.Append("\r\n ");
                octets = 1;
            }

            feed.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        feed.Append("\r\n");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
