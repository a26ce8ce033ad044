using InboxNetworker.GraphEmulator.Calendar;
using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Graph.Models;
using AttendeeType = InboxNetworker.GraphEmulator.Mailboxes.AttendeeType;
using Attendee = InboxNetworker.GraphEmulator.Mailboxes.Attendee;
using Recipient = InboxNetworker.GraphEmulator.Mailboxes.Recipient;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class CalendarControlTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly EventToAdd Lunch = new("Lunch", Monday, Monday.AddHours(1), SmallMailbox.Jon, [new("Mara Lind", "mara.lind@northwind.example", AttendeeType.Required, Response.None)]);

    [Fact]
    public async Task An_added_event_is_read_by_its_id_and_in_the_view()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var lunch = emulator.Host.Calendar.Add(Lunch);
        var own = emulator.Host.Calendar.Add(new("Own", Monday.AddHours(2), Monday.AddHours(3)));
        var read = await GetAsync(emulator, lunch.Id);

        Assert.Equal(("Lunch", EventType.SingleInstance, "2026-03-02T09:00:00.0000000"), (read.Subject, read.Type!.Value, read.Start!.DateTime));
        Assert.Equal((lunch.Id, Response.NotResponded, Response.Organizer), (read.Id, lunch.OwnResponse, own.OwnResponse));
        Assert.Equal(["Lunch", "Own"], (await ViewAsync(emulator)).Select(e => e.Subject));
        Assert.Equal([lunch.Id, own.Id], emulator.Host.Calendar.Events.Select(e => e.Id));
        Assert.True((await GetAsync(emulator, own.Id)).IsOrganizer);
    }

    [Fact]
    public async Task An_added_series_takes_place_as_its_occurrences()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var series = emulator.Host.Calendar.Add(Lunch with { Weeks = 2, Occurrences = 3 });

        var view = await ViewAsync(emulator);
        Assert.Equal(["2026-03-02", "2026-03-16", "2026-03-30"], view.Select(e => e.Start!.DateTime![..10]));
        Assert.All(view, e => Assert.Equal(series.Id, e.SeriesMasterId));
        Assert.Equal(EventType.SeriesMaster, (await GetAsync(emulator, series.Id)).Type);
    }

    [Fact]
    public async Task A_change_is_read_and_leaves_the_rest_as_it_was()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var lunch = emulator.Host.Calendar.Add(Lunch);
        var before = await GetAsync(emulator, lunch.Id);

        emulator.Host.Calendar.Change(lunch.Id, new(Subject: "Late lunch", Start: Monday.AddHours(2), End: Monday.AddHours(3)));
        var after = await GetAsync(emulator, lunch.Id);

        Assert.Equal(("Late lunch", "2026-03-02T11:00:00.0000000", "2026-03-02T12:00:00.0000000"), (after.Subject, after.Start!.DateTime, after.End!.DateTime));
        Assert.Equal("mara.lind@northwind.example", Assert.Single(after.Attendees!).EmailAddress!.Address);
        Assert.NotEqual(before.ChangeKey, after.ChangeKey);
    }

    [Fact]
    public async Task A_series_moves_as_a_whole()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var series = emulator.Host.Calendar.Add(Lunch with { Weeks = 1, Occurrences = 3 });

        emulator.Host.Calendar.Change(series.Id, new(Start: Monday.AddDays(1), End: Monday.AddDays(1).AddHours(1)));

        Assert.Equal(["2026-03-03", "2026-03-10", "2026-03-17"], (await ViewAsync(emulator)).Select(e => e.Start!.DateTime![..10]));
    }

    [Fact]
    public async Task What_is_cancelled_or_declined_stays_in_the_view_and_says_so()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var (cancelled, declined) = (emulator.Host.Calendar.Add(Lunch), emulator.Host.Calendar.Add(Lunch));

        emulator.Host.Calendar.Change(cancelled.Id, new(IsCancelled: true));
        emulator.Host.Calendar.Change(declined.Id, new(OwnResponse: Response.Declined));

        var view = (await ViewAsync(emulator)).ToDictionary(e => e.Id!);
        Assert.Equal((true, ResponseType.NotResponded), (view[cancelled.Id].IsCancelled, view[cancelled.Id].ResponseStatus!.Response));
        Assert.Equal((false, ResponseType.Declined), (view[declined.Id].IsCancelled, view[declined.Id].ResponseStatus!.Response));
    }

    [Fact]
    public async Task An_answer_has_the_time_it_was_given_at()
    {
        var time = new FakeTimeProvider(SmallMailbox.Now);
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(), time);
        var lunch = emulator.Host.Calendar.Add(Lunch with { Attendees = [new("Ida", "ida@x.example", AttendeeType.Required, Response.Accepted), new("Jon", "jon@x.example", AttendeeType.Optional, Response.None)] });

        time.Advance(TimeSpan.FromHours(5));
        emulator.Host.Calendar.Change(lunch.Id, new(Attendees: [new("Ida", "ida@x.example", AttendeeType.Required, Response.Accepted), new("Jon", "jon@x.example", AttendeeType.Optional, Response.Declined)], OwnResponse: Response.Accepted));
        var read = await GetAsync(emulator, lunch.Id);

        Assert.Equal([SmallMailbox.Now, SmallMailbox.Now.AddHours(5)], read.Attendees!.Select(a => a.Status!.Time!.Value));
        Assert.Equal([ResponseType.Accepted, ResponseType.Declined], read.Attendees!.Select(a => a.Status!.Response!.Value));
        Assert.Equal(SmallMailbox.Now.AddHours(5), read.ResponseStatus!.Time);
        Assert.Equal((SmallMailbox.Now, SmallMailbox.Now.AddHours(5)), (read.CreatedDateTime, read.LastModifiedDateTime));
    }

    [Fact]
    public async Task A_deleted_event_is_gone_with_all_its_occurrences()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var series = emulator.Host.Calendar.Add(Lunch with { Weeks = 1, Occurrences = 3 });
        var occurrence = (await ViewAsync(emulator))[1].Id!;

        Assert.True(emulator.Host.Calendar.Delete(series.Id));

        Assert.Empty(await ViewAsync(emulator));
        Assert.Empty(emulator.Host.Calendar.Events);
        Assert.Equal("ErrorItemNotFound", (await emulator.ErrorAsync($"me/events/{series.Id}", 404)).Code);
        Assert.Equal("ErrorItemNotFound", (await emulator.ErrorAsync($"me/events/{occurrence}", 404)).Code);
        Assert.False(emulator.Host.Calendar.Delete(series.Id));
        Assert.Null(emulator.Host.Calendar.Change(series.Id, new(Subject: "Again")));
    }

    [Fact]
    public async Task Each_change_is_told_once_it_can_be_read_and_nothing_is_told_of_none()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var told = new List<(ChangeKind, string, string?, bool)>();
        var mailbox = emulator.Host.Mailbox;
        mailbox.Changed += c => told.Add((c.Kind, c.ItemId, c.FolderId, mailbox.Ids.TryRead(c.ItemId, out var id) && mailbox.Calendar.TryFind(id, out _)));

        var lunch = emulator.Host.Calendar.Add(Lunch);
        emulator.Host.Calendar.Change(lunch.Id, new(IsCancelled: true));
        emulator.Host.Calendar.Change(lunch.Id, new(IsCancelled: true, Attendees: [.. Lunch.Attendees!]));
        emulator.Host.Calendar.Delete(lunch.Id);
        emulator.Host.Calendar.Delete(lunch.Id);

        Assert.Equal([(ChangeKind.Created, lunch.Id, null, true), (ChangeKind.Updated, lunch.Id, null, true), (ChangeKind.Deleted, lunch.Id, null, false)], told);
    }

    [Fact]
    public async Task An_occurrence_does_not_change_alone()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        emulator.Host.Calendar.Add(Lunch with { Weeks = 1, Occurrences = 3 });
        var occurrence = (await ViewAsync(emulator))[1].Id!;

        Assert.Contains("seriesMasterId", Assert.Throws<ArgumentException>(() => emulator.Host.Calendar.Change(occurrence, new(Subject: "Alone"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => emulator.Host.Calendar.Delete(occurrence));
        Assert.Equal(3, (await ViewAsync(emulator)).Count);
    }

    [Fact]
    public async Task What_the_service_could_not_have_is_refused_and_nothing_changes()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var lunch = emulator.Host.Calendar.Add(Lunch);

        foreach (var wrong in new[]
        {
            Lunch with { Subject = new string('x', 256) },
            Lunch with { End = Monday.AddSeconds(-1) },
            Lunch with { Start = DateTimeOffset.MinValue },
            Lunch with { Weeks = 100, Occurrences = 2 },
            Lunch with { Occurrences = 2 },
            Lunch with { Weeks = 1, Occurrences = 1000 },
            Lunch with { Weeks = 1, Occurrences = 0 },
            Lunch with { Weeks = 1, Occurrences = 2, End = Monday.AddDays(8) },
            Lunch with { Weeks = 99, Occurrences = 999, Start = Monday.AddYears(1000), End = Monday.AddYears(1000) },
            Lunch with { IsAllDay = true },
            Lunch with { Organizer = new Recipient("Nobody", "nobody") },
            Lunch with { Attendees = [new("Nobody", "no body@x.example", AttendeeType.Required, Response.None)] },
            Lunch with { OwnResponse = Response.Organizer },
            Lunch with { Organizer = null, OwnResponse = Response.Declined },
        })
        {
            Assert.Throws<ArgumentException>(() => emulator.Host.Calendar.Add(wrong));
        }

        Assert.Throws<ArgumentException>(() => emulator.Host.Calendar.Change(lunch.Id, new(Subject: "Moved", End: Monday.AddDays(-1))));
        Assert.Throws<ArgumentException>(() => emulator.Host.Calendar.Change(lunch.Id, new(OwnResponse: Response.Organizer)));
        Assert.Equal("Lunch", Assert.Single(emulator.Host.Calendar.Events).Subject);
    }

    [Fact]
    public async Task Readers_see_one_moment_while_many_write()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var calendar = emulator.Host.Calendar;
        var series = calendar.Add(Lunch with { Weeks = 1, Occurrences = 20 });

        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                calendar.Change(series.Id, new(Subject: $"{w} {i}"));
                calendar.Delete(calendar.Add(Lunch with { Subject = "Passing" }).Id);
            }
        })).ToList();
        while (writers.Any(w => !w.IsCompleted))
        {
            var view = emulator.Host.Mailbox.Calendar.Now.View(new(Monday, Monday.AddYears(1)));
            Assert.Single(view.Where(e => e.Occurrence > 0).Select(e => e.Meeting.Subject).Distinct());
        }

        await Task.WhenAll(writers);
        Assert.Equal(1 + (4 * 150), emulator.Host.Mailbox.Calendar.Now.Version);
    }

    private static async Task<Event> GetAsync(EmulatorClient emulator, string id) =>
        (await emulator.Sdk.Me.Events[id].GetAsync(r => r.Headers.Add("Prefer", "IdType=\"ImmutableId\""), EmulatorClient.Cancel))!;

    private static async Task<List<Event>> ViewAsync(EmulatorClient emulator) =>
        (await emulator.Sdk.Me.CalendarView.GetAsync(
            r =>
            {
                r.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
                r.QueryParameters.StartDateTime = "2026-03-01T00:00:00Z";
                r.QueryParameters.EndDateTime = "2026-04-01T00:00:00Z";
                r.QueryParameters.Top = 1000;
            },
            EmulatorClient.Cancel))!.Value!;
}
