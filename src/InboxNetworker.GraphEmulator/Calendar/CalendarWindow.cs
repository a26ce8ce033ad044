using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>The part of the calendar one request is about.</summary>
internal readonly record struct CalendarWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The widest window the service answers.</summary>
    public const int MaxDays = 1825;

    /// <param name="zone">Of times without an offset.</param>
    public static bool TryRead(IQueryCollection query, TimeZoneInfo zone, out CalendarWindow window, [NotNullWhen(false)] out GraphError? error)
    {
        window = default;
        if (query["startDateTime"].Count == 0 || query["endDateTime"].Count == 0)
        {
            error = new GraphError(400, "ErrorInvalidParameter", "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");
            return false;
        }

        if (!TryReadMoment(query["startDateTime"].ToString(), zone, out var from) || !TryReadMoment(query["endDateTime"].ToString(), zone, out var to))
        {
            error = new GraphError(400, "ErrorInvalidParameter", "The value of the parameter 'startDateTime' or 'endDateTime' is invalid; give both in the form 2019-11-08T19:00:00Z.");
            return false;
        }

        if (to < from)
        {
            error = new GraphError(400, "ErrorInvalidParameter", "EndDateTime must not be earlier than StartDateTime.");
            return false;
        }

        window = new CalendarWindow(from, to);
        error = to - from > TimeSpan.FromDays(MaxDays)
            ? new GraphError(400, "ErrorInvalidRequest", $"Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: {MaxDays}")
            : null;
        return error is null;
    }

    private static bool TryReadMoment(string text, TimeZoneInfo zone, out DateTimeOffset moment)
    {
        moment = default;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) || time.Year is < EventRules.FirstYear or > EventRules.LastYear)
        {
            return false;
        }

        moment = time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, zone.GetUtcOffset(time)) : new DateTimeOffset(time.ToUniversalTime());
        return true;
    }
}
