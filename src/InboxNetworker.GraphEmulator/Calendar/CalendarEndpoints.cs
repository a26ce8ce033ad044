using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Calendar;

internal static class CalendarEndpoints
{
    /// <summary>The widest window <c>calendarView</c> answers.</summary>
    public const int MaxWindowDays = 1825;

    private const int MaxPageSize = 1000;

    public static void MapCalendar(this IEndpointRouteBuilder owner)
    {
        owner.MapGet("/calendarView", View);
        owner.MapGet("/calendar/calendarView", View);
        owner.MapGet("/calendarView/delta", () => GraphError.NotEmulated("change tracking over events"));
        owner.MapGet("/events", Events);
        owner.MapGet("/calendar/events", Events);
        owner.MapGet("/events/{id}", Get);
    }

    private static IResult View(HttpContext http, MailboxStore mailbox)
    {
        if (!TryReadZone(http, mailbox, out var wire, out var error))
        {
            return error;
        }

        var query = http.Request.Query;
        if (query["startDateTime"].Count == 0 || query["endDateTime"].Count == 0)
        {
            return new GraphError(400, "ErrorInvalidParameter", "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");
        }

        if (!TryReadMoment(query["startDateTime"].ToString(), wire.Zone, out var from) || !TryReadMoment(query["endDateTime"].ToString(), wire.Zone, out var to))
        {
            return new GraphError(400, "ErrorInvalidParameter", "The value of the parameter 'startDateTime' or 'endDateTime' is invalid; give both in the form 2019-11-08T19:00:00Z.");
        }

        if (to < from)
        {
            return new GraphError(400, "ErrorInvalidParameter", "EndDateTime must not be earlier than StartDateTime.");
        }

        if (to - from > TimeSpan.FromDays(MaxWindowDays))
        {
            return new GraphError(400, "ErrorInvalidRequest", $"Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: {MaxWindowDays}");
        }

        return List(http, mailbox, wire, mailbox.Calendar.Now.View(from, to), "/calendarView");
    }

    private static IResult Events(HttpContext http, MailboxStore mailbox) =>
        TryReadZone(http, mailbox, out var wire, out var error) ? List(http, mailbox, wire, mailbox.Calendar.Events, "/events") : error;

    private static IResult Get(HttpContext http, MailboxStore mailbox, string id)
    {
        if (!TryReadZone(http, mailbox, out var wire, out var error))
        {
            return error;
        }

        if (!mailbox.Ids.TryRead(id, out var read))
        {
            return GraphError.MalformedId;
        }

        if (!mailbox.Calendar.TryFind(read, out var found))
        {
            return GraphError.ItemNotFound;
        }

        return mailbox.Calendar.Shape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out error)
            ? Lists.Single($"{wire.OwnerContext}/events{selection.ContextSuffix}/$entity", found, wire, EventShape.Writer(selection))
            : error;
    }

    private static IResult List(HttpContext http, MailboxStore mailbox, Wire wire, IReadOnlyList<StoredEvent> byStart, string resource)
    {
        if (Unsupported.Option(http.Request, "$filter", "$expand", "$search") is { } unsupported)
        {
            return unsupported;
        }

        if (!Page.TryRead(http.Request, MaxPageSize, out var page, out var error)
            || !mailbox.Calendar.Shape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out error))
        {
            return error;
        }

        var order = string.Join(' ', http.Request.Query["$orderby"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        if (order is not ("" or "start/datetime" or "start/datetime asc" or "start/datetime desc"))
        {
            return GraphError.NotEmulated("an order of events other than start/dateTime");
        }

        var ordered = order.EndsWith("desc", StringComparison.Ordinal) ? byStart.Reverse() : byStart;
        return Lists.Of(
            wire.OwnerContext + resource + selection.ContextSuffix,
            ordered.Skip(page.Skip).Take(page.Top),
            wire,
            EventShape.Writer(selection),
            page.NextLink(http.Request, wire.Root, byStart.Count),
            count: page.Count ? byStart.Count : null);
    }

    private static bool TryReadZone(HttpContext http, MailboxStore mailbox, [NotNullWhen(true)] out Wire? wire, [NotNullWhen(false)] out GraphError? error)
    {
        wire = Wire.Of(http, mailbox);
        error = null;
        if (wire.Preferences.TimeZone is not { } name)
        {
            return true;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            error = new GraphError(400, "TimeZoneNotSupportedException", $"A valid TimeZone value must be specified. The following TimeZone value is not supported: '{name}'.");
            wire = null;
            return false;
        }

        wire = wire with { Zone = zone, ZoneName = name };
        http.Response.Headers[GraphHeaders.PreferenceApplied] = $"outlook.timezone=\"{name}\"";
        return true;
    }

    /// <summary>A time without an offset is taken in the zone of the <c>Prefer</c> header, else in UTC.</summary>
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
