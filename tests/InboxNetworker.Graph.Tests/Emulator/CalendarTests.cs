using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using AttendeeType = InboxNetworker.GraphEmulator.Mailboxes.AttendeeType;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class CalendarTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Meeting Lunch = new(
        "lunch",
        "Lunch",
        Monday.AddHours(3),
        Monday.AddHours(4),
        SmallMailbox.Jon,
        [
            new("Mara Lind", "mara.lind@northwind.example", AttendeeType.Required, Response.TentativelyAccepted),
            new("Ida Holm", "ida.holm@northwind.example", AttendeeType.Optional, Response.Declined),
            new("Room 4", "room4@northwind.example", AttendeeType.Resource, Response.Accepted),
        ],
        Response.TentativelyAccepted);

    private static readonly Meeting Weekly = new("weekly", "Weekly", Monday, Monday.AddMinutes(30), SmallMailbox.Mara, [new("Jon Berg", "jon.berg@fabrikam.example", AttendeeType.Required, Response.Accepted)], Response.Organizer, Weeks: 2, Occurrences: 5);

    [Fact]
    public async Task A_view_shows_single_events_and_the_occurrences_of_series_with_their_attendees()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(meetings: [Lunch, Weekly]));

        var events = await View(emulator, "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");

        Assert.Equal(["2026-03-02T09:00:00.0000000", "2026-03-02T12:00:00.0000000", "2026-03-16T09:00:00.0000000", "2026-03-30T09:00:00.0000000"], events.Select(e => e.Start!.DateTime));
        Assert.Equal([EventType.Occurrence, EventType.SingleInstance, EventType.Occurrence, EventType.Occurrence], events.Select(e => e.Type!.Value));
        Assert.Single(events.Select(e => e.SeriesMasterId).OfType<string>().Distinct());
        Assert.Equal(4, events.Select(e => e.Id).Distinct().Count());
        Assert.Equal(4, events.Select(e => e.ICalUId).Distinct().Count());
        Assert.All(events.Where(e => e.Type == EventType.Occurrence), e => Assert.Equal("jon.berg@fabrikam.example", Assert.Single(e.Attendees!).EmailAddress!.Address));

        var lunch = events[1];
        Assert.Equal("jon.berg@fabrikam.example", lunch.Organizer!.EmailAddress!.Address);
        Assert.False(lunch.IsOrganizer);
        Assert.Equal(ResponseType.TentativelyAccepted, lunch.ResponseStatus!.Response);
        Assert.Equal(
            ["Required TentativelyAccepted", "Optional Declined", "Resource Accepted"],
            lunch.Attendees!.Select(a => $"{a.Type} {a.Status!.Response}"));
        Assert.Equal("UTC", lunch.Start!.TimeZone);
    }

    [Theory]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-02T12:30:00Z", 1)]
    [InlineData("2026-03-02T12:59:59Z", "2026-03-02T14:00:00Z", 1)]
    [InlineData("2026-03-02T13:00:00Z", "2026-03-02T14:00:00Z", 0)]
    [InlineData("2026-03-02T11:00:00Z", "2026-03-02T12:00:00Z", 0)]
    [InlineData("2026-03-02T13:00:00+01:00", "2026-03-02T13:10:00+01:00", 1)]
    [InlineData("2026-03-02T12:00:00", "2026-03-02T12:10:00", 1)]
    public async Task What_touches_the_window_is_in_it(string from, string to, int expected)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(meetings: [Lunch]));

        Assert.Equal(expected, (await View(emulator, from, to)).Count);
    }

    [Fact]
    public async Task Events_lists_single_events_and_masters_and_an_occurrence_is_found_by_its_id()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(meetings: [Lunch, Weekly]));

        var events = (await emulator.Sdk.Me.Events.GetAsync(cancellationToken: EmulatorClient.Cancel))!.Value!;
        var third = (await View(emulator, "2026-03-30T00:00:00Z", "2026-03-31T00:00:00Z")).Single();
        var found = await emulator.Sdk.Me.Events[third.Id!].GetAsync(cancellationToken: EmulatorClient.Cancel);
        var master = await emulator.Sdk.Me.Events[third.SeriesMasterId!].GetAsync(cancellationToken: EmulatorClient.Cancel);

        Assert.Equal([EventType.SeriesMaster, EventType.SingleInstance], events.Select(e => e.Type!.Value));
        Assert.Equal("2026-03-30T09:00:00.0000000", found!.Start!.DateTime);
        Assert.Equal((EventType.SeriesMaster, "2026-03-02T09:00:00.0000000"), (master!.Type!.Value, master.Start!.DateTime));
        Assert.Equal((RecurrencePatternType.Weekly, 2, 5), (master.Recurrence!.Pattern!.Type!.Value, master.Recurrence.Pattern.Interval!.Value, master.Recurrence.Range!.NumberOfOccurrences!.Value));
        Assert.Equal([DayOfWeekObject.Monday], master.Recurrence.Pattern.DaysOfWeek!.OfType<DayOfWeekObject>());
    }

    [Fact]
    public async Task A_view_comes_in_pages_and_backwards_when_asked()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(meetings: [Weekly with { Weeks = 1, Occurrences = 40 }]));

        var first = await emulator.Sdk.Me.CalendarView.GetAsync(
            r =>
            {
                r.QueryParameters.StartDateTime = "2026-01-01T00:00:00Z";
                r.QueryParameters.EndDateTime = "2027-01-01T00:00:00Z";
                r.QueryParameters.Orderby = ["start/dateTime desc"];
                r.QueryParameters.Select = ["start", "subject"];
            },
            EmulatorClient.Cancel);
        var starts = new List<string>();
        await PageIterator<Event, EventCollectionResponse>.CreatePageIterator(
            emulator.Sdk,
            first!,
            e =>
            {
                starts.Add(e.Start!.DateTime!);
                return true;
            }).IterateAsync(EmulatorClient.Cancel);

        Assert.Equal(10, first!.Value!.Count);
        Assert.Equal(40, starts.Count);
        Assert.Equal(starts.OrderDescending(), starts);
    }

    [Fact]
    public async Task Times_are_in_the_zone_preferred()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(meetings: [Lunch]));

        var view = await emulator.GetJsonAsync("me/calendarView?startDateTime=2026-03-02T07:00:00&endDateTime=2026-03-02T08:00:00", "outlook.timezone=\"America/New_York\"");
        var refused = await emulator.SendAsync("me/events", "outlook.timezone=\"Atlantis\"");

        Assert.Equal("2026-03-02T07:00:00.0000000", view["value"]![0]!["start"]!["dateTime"]!.GetValue<string>());
        Assert.Equal("America/New_York", view["value"]![0]!["start"]!["timeZone"]!.GetValue<string>());
        Assert.Equal("TimeZoneNotSupportedException", (await EmulatorClient.ErrorOf(refused)).Code);
    }

    [Theory]
    [InlineData("", "ErrorInvalidParameter", "time window")]
    [InlineData("?startDateTime=2026-01-01", "ErrorInvalidParameter", "time window")]
    [InlineData("?startDateTime=soon&endDateTime=later", "ErrorInvalidParameter", "invalid")]
    [InlineData("?startDateTime=0001-01-01T00:00:00%2B05:00&endDateTime=0001-01-02", "ErrorInvalidParameter", "invalid")]
    [InlineData("?startDateTime=2026-01-02&endDateTime=2026-01-01", "ErrorInvalidParameter", "earlier")]
    [InlineData("?startDateTime=2020-01-01T00:00:00Z&endDateTime=2024-12-30T00:00:01Z", "ErrorInvalidRequest", "1825")]
    public async Task A_view_needs_a_window_of_at_most_1825_days(string query, string code, string says)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var error = await emulator.ErrorAsync("me/calendarView" + query, 400);

        Assert.Equal(code, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_of_exactly_1825_days_is_answered()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        Assert.Empty(await View(emulator, "2020-01-01T00:00:00Z", "2024-12-30T00:00:00Z"));
    }

    [Fact]
    public async Task An_event_that_is_not_there_is_not_found()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(meetings: [Lunch]));
        await using var other = await EmulatorClient.StartAsync(SmallMailbox.With(meetings: [Weekly]));
        var id = (await other.Sdk.Me.Events.GetAsync(cancellationToken: EmulatorClient.Cancel))!.Value![0].Id!;

        var missing = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Events[id].GetAsync(cancellationToken: EmulatorClient.Cancel));

        Assert.Equal((404, "ErrorItemNotFound"), (missing.ResponseStatusCode, missing.Error!.Code));
    }

    private static async Task<List<Event>> View(EmulatorClient emulator, string from, string to) =>
        (await emulator.Sdk.Me.CalendarView.GetAsync(
            r =>
            {
                r.QueryParameters.StartDateTime = from;
                r.QueryParameters.EndDateTime = to;
                r.QueryParameters.Top = 1000;
            },
            EmulatorClient.Cancel))!.Value!;
}
