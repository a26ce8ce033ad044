using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Calendar;

internal static class CalendarEndpoints
{
    private const int MaxPageSize = 1000;

    public static void MapCalendar(this IEndpointRouteBuilder owner)
    {
        owner.MapGet("/calendarView", View);
        owner.MapGet("/calendar/calendarView", View);
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

        return CalendarWindow.TryRead(http.Request.Query, wire.Zone, out var window, out error)
            ? List(http, mailbox, wire, mailbox.Calendar.Now.View(window), "/calendarView")
            : error;
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

    /// <summary>What the answer depends on, with times in the zone preferred.</summary>
    public static bool TryReadZone(HttpContext http, MailboxStore mailbox, [NotNullWhen(true)] out Wire? wire, [NotNullWhen(false)] out GraphError? error)
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
}
