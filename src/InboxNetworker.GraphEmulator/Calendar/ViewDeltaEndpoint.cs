using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>Change tracking over a window of the calendar.</summary>
internal static class ViewDeltaEndpoint
{
    private const int MaxPageSize = 1000;

    public static void MapViewDelta(this IEndpointRouteBuilder owner) => owner.MapGet("/calendarView/delta", Get);

    private static IResult Get(HttpContext http, MailboxStore mailbox)
    {
        if (!CalendarEndpoints.TryReadZone(http, mailbox, out var wire, out var error))
        {
            return error;
        }

        // One moment for the whole page, and for where the round goes to.
        var moment = mailbox.Calendar.Now;
        if (Start(http.Request, mailbox, moment, wire, out var round) is { } refused)
        {
            return refused;
        }

        var size = Math.Min(wire.Preferences.MaxPageSize ?? Page.DefaultSize, MaxPageSize);
        var (items, next) = Read(moment, round!, size);
        http.Response.Headers[GraphHeaders.PreferenceApplied] = Applied(wire.Preferences, size);

        var link = $"{wire.Mine}/calendarView/delta?{(next.Ended ? "$deltatoken" : "$skiptoken")}={next.Write(mailbox.Calendar.Tokens)}";
        var whole = EventShape.Writer(mailbox.Calendar.Shape.Shape.Default);
        var occurrence = EventShape.Writer(mailbox.Calendar.Shape.Occurrence);
        return Lists.Of<ViewChange>(
            $"{wire.Root}/$metadata#Collection(event)",
            items,
            wire,
            (json, change, w) =>
            {
                json.WriteString("@odata.type", "#microsoft.graph.event");
                if (change.IsRemoved)
                {
                    json.WriteString("id", w.Ids.Event(change.Event.Key, change.Event.Occurrence, w.ImmutableIds));
                    json.WriteStartObject("@removed");
                    json.WriteString("reason", "deleted");
                    json.WriteEndObject();
                    return;
                }

                (change.Event.Occurrence > 0 ? occurrence : whole)(json, change.Event, w);
            },
            nextLink: next.Ended ? null : link,
            deltaLink: next.Ended ? link : null);
    }

    /// <summary>The service may answer the first page of a first round empty; a client that stops there misses everything.</summary>
    private static (List<ViewChange> Items, ViewRound Next) Read(CalendarMoment moment, ViewRound round, int size)
    {
        if (round.Served < 0)
        {
            return ([], round with { Served = 0 });
        }

        var page = ViewChanges.Between(moment, round.Window, round.Since, round.Until).Skip(round.Served).Take(size + 1).ToList();
        var ended = page.Count <= size;
        return ([.. page.Take(size)], round with { Served = round.Served + Math.Min(page.Count, size), Ended = ended });
    }

    private static GraphError? Start(HttpRequest request, MailboxStore mailbox, CalendarMoment moment, Wire wire, out ViewRound? round)
    {
        var token = request.Query["$skiptoken"].ToString() + request.Query["$deltatoken"];
        if (token.Length > 0)
        {
            round = ViewRound.Read(mailbox.Calendar.Tokens, token);
            if (round is null || round.Ended == request.Query.ContainsKey("$skiptoken"))
            {
                return GraphError.SyncStateNotFound;
            }

            round = round.Ended ? round.Following(moment.Version) : round;
            return null;
        }

        round = null;
        if (request.Query.Keys.Any(k => k is "$select" or "$filter" or "$top" or "$orderby" or "$expand" or "$search" or "$skip"))
        {
            return GraphError.InvalidQuery("The following parameters are not supported with change tracking over the 'CalendarView' resource: '$orderby, $filter, $select, $expand, $search, $top, $skip'.");
        }

        if (!CalendarWindow.TryRead(request.Query, wire.Zone, out var window, out var error))
        {
            return error;
        }

        round = ViewRound.First(window, moment.Version, mailbox.Calendar.EmptyFirstPage);
        return null;
    }

    private static string Applied(Preferences preferences, int size) => string.Join(
        ", ",
        (string[])
        [
            "odata.track-changes",
            .. preferences.MaxPageSize is null ? (string[])[] : [$"odata.maxpagesize={size}"],
            .. preferences.TimeZone is { } zone ? (string[])[$"outlook.timezone=\"{zone}\""] : [],
            .. preferences.ImmutableIds ? (string[])["IdType=\"ImmutableId\""] : [],
        ]);
}
