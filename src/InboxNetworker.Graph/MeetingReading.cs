using System.Globalization;

namespace InboxNetworker.Graph;

/// <summary>What is asked for of a meeting; pages of them are read by <see cref="MeetingPageReader"/>.</summary>
internal static class MeetingReading
{
    public static readonly string[] Properties = ["subject", "start", "isCancelled", "organizer", "attendees", "responseStatus", "type"];

    /// <summary>Times are UTC, because no request asks for another zone.</summary>
    /// <returns>Null for what is no time.</returns>
    public static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
