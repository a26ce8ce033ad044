using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Calendar;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class ViewDeltaTests
{
    private const string March = "me/calendarView/delta?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z";
    private const string Immutable = "IdType=\"ImmutableId\"";

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly EventToAdd Lunch = new("Lunch", Monday, Monday.AddHours(1), SmallMailbox.Jon, [new("Mara Lind", "mara.lind@northwind.example", AttendeeType.Required, Response.Accepted)]);

    private static readonly EventToAdd Weekly = Lunch with { Subject = "Weekly", Start = Monday.AddDays(-7), End = Monday.AddDays(-7).AddHours(1), Weeks = 1, Occurrences = 3 };

    [Fact]
    public async Task The_first_round_lists_single_events_masters_and_occurrences()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var (lunch, weekly) = (emulator.Host.Calendar.Add(Lunch), emulator.Host.Calendar.Add(Weekly));

        var (items, _, _) = await emulator.DrainAsync(March, Immutable);

        Assert.Equal(["singleInstance", "seriesMaster", "occurrence", "occurrence"], items.Select(i => Text(i, "type")));
        Assert.Equal([lunch.Id, weekly.Id], items.Take(2).Select(i => Text(i, "id")));
        Assert.Equal(("Lunch", "jon.berg@fabrikam.example"), (Text(items[0], "subject"), items[0]["organizer"]!["emailAddress"]!["address"]!.GetValue<string>()));
        Assert.Equal("2026-02-23T09:00:00.0000000", items[1]["start"]!["dateTime"]!.GetValue<string>());
        Assert.Single(items[1]["attendees"]!.AsArray());
    }

    [Fact]
    public async Task An_occurrence_tells_its_times_and_its_master_only()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var weekly = emulator.Host.Calendar.Add(Weekly);

        var occurrence = (await emulator.DrainAsync(March, Immutable)).Items[1];
        var read = await emulator.GetJsonAsync($"me/events/{Text(occurrence, "id")}");
        var master = await emulator.GetJsonAsync($"me/events/{Text(occurrence, "seriesMasterId")}");

        Assert.Equal(["@odata.etag", "@odata.type", "end", "id", "seriesMasterId", "start", "type"], occurrence.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.Equal((weekly.Id, "2026-03-02T09:00:00.0000000"), (Text(occurrence, "seriesMasterId"), occurrence["start"]!["dateTime"]!.GetValue<string>()));
        Assert.Single(read["attendees"]!.AsArray());
        Assert.Single(master["attendees"]!.AsArray());
    }

    [Fact]
    public async Task With_quirks_the_first_page_is_empty_and_leads_on()
    {
        await using var emulator = await WithQuirksAsync();
        emulator.Host.Calendar.Add(Lunch);

        var first = await emulator.GetJsonAsync(March);
        var second = await emulator.GetJsonAsync(first["@odata.nextLink"]!.GetValue<string>());

        Assert.Empty(first["value"]!.AsArray());
        Assert.Null(first["@odata.deltaLink"]);
        Assert.Single(second["value"]!.AsArray());
        Assert.Single((await emulator.DrainAsync(March)).Items);
    }

    [Fact]
    public async Task Pages_are_as_long_as_preferred()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        emulator.Host.Calendar.Add(Lunch with { Weeks = 1, Occurrences = 4 });

        var (items, _, pages) = await emulator.DrainAsync(March, "odata.maxpagesize=2");
        var (all, _, one) = await emulator.DrainAsync(March, "odata.maxpagesize=5");
        using var answer = await emulator.SendAsync(March, "odata.maxpagesize=2, outlook.timezone=\"UTC\"");

        Assert.Equal((5, 3), (items.Count, pages));
        Assert.Equal((5, 1), (all.Count, one));
        Assert.Equal(items.Select(i => Text(i, "id")), all.Select(i => Text(i, "id")));
        Assert.Equal("odata.track-changes, odata.maxpagesize=2, outlook.timezone=\"UTC\"", answer.Headers.GetValues("Preference-Applied").Single());
    }

    [Fact]
    public async Task Later_rounds_tell_what_changed_and_what_is_gone()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var calendar = emulator.Host.Calendar;
        var (kept, changed, deleted) = (calendar.Add(Lunch), calendar.Add(Lunch), calendar.Add(Weekly));
        var (all, link, _) = await emulator.DrainAsync(March, Immutable);

        var added = calendar.Add(Lunch with { Subject = "New" });
        calendar.Change(changed.Id, new(IsCancelled: true));
        calendar.Delete(deleted.Id);
        calendar.Delete(calendar.Add(Lunch).Id);
        var (told, next, _) = await emulator.DrainAsync(link, Immutable);

        Assert.Equal([added.Id, changed.Id], Standing(told).Select(i => Text(i, "id")));
        Assert.True(Standing(told)[1]["isCancelled"]!.GetValue<bool>());
        Assert.Equal(
            all.Where(i => Text(i, "id") == deleted.Id || Text(i, "seriesMasterId") == deleted.Id).Select(i => Text(i, "id")).Order(),
            Removed(told).Select(i => Text(i, "id")).Order());
        Assert.All(Removed(told), i => Assert.Equal(["@odata.type", "@removed", "id"], i.Select(p => p.Key).Order(StringComparer.Ordinal)));
        Assert.All(Removed(told), i => Assert.Equal("deleted", i["@removed"]!["reason"]!.GetValue<string>()));
        Assert.DoesNotContain(told, i => Text(i, "id") == kept.Id);
        Assert.Empty((await emulator.DrainAsync(next)).Items);
    }

    [Fact]
    public async Task What_leaves_the_window_is_removed_and_what_comes_into_it_is_told()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var calendar = emulator.Host.Calendar;
        var (leaves, comes) = (calendar.Add(Lunch), calendar.Add(Lunch with { Start = Monday.AddMonths(2), End = Monday.AddMonths(2) }));
        var link = (await emulator.DrainAsync(March)).DeltaLink;

        calendar.Change(leaves.Id, new(Start: Monday.AddMonths(2), End: Monday.AddMonths(2).AddHours(1)));
        calendar.Change(comes.Id, new(Start: Monday, End: Monday.AddHours(1)));
        var (told, next, _) = await emulator.DrainAsync(link, Immutable);

        Assert.Equal([leaves.Id], Removed(told).Select(i => Text(i, "id")));
        Assert.Equal([comes.Id], Standing(told).Select(i => Text(i, "id")));

        calendar.Change(leaves.Id, new(Subject: "Elsewhere"));
        Assert.Empty((await emulator.DrainAsync(next)).Items);
    }

    [Fact]
    public async Task A_series_that_moves_is_told_with_its_occurrences_and_loses_those_that_leave()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var series = emulator.Host.Calendar.Add(Lunch with { Weeks = 1, Occurrences = 5 });
        var link = (await emulator.DrainAsync(March)).DeltaLink;

        emulator.Host.Calendar.Change(series.Id, new(Start: Monday.AddDays(14), End: Monday.AddDays(14).AddHours(1)));
        var (told, next, _) = await emulator.DrainAsync(link);
        emulator.Host.Calendar.Change(series.Id, new(Start: Monday.AddDays(60), End: Monday.AddDays(60).AddHours(1)));
        var (last, _, _) = await emulator.DrainAsync(next);

        Assert.Equal(["seriesMaster", "occurrence", "occurrence", "occurrence"], Standing(told).Select(i => Text(i, "type")));
        Assert.Equal(["2026-03-16", "2026-03-16", "2026-03-23", "2026-03-30"], Standing(told).Select(i => i["start"]!["dateTime"]!.GetValue<string>()[..10]));
        Assert.Equal((2, 4, 0), (Removed(told).Count, Removed(last).Count, Standing(last).Count));
    }

    [Fact]
    public async Task A_round_stays_at_the_moment_it_began_and_the_next_one_tells_the_rest()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var calendar = emulator.Host.Calendar;
        var events = Enumerable.Range(0, 5).Select(i => calendar.Add(Lunch with { Subject = $"{i}" })).ToList();
        var page = await emulator.GetJsonAsync(March, $"{Immutable}, odata.maxpagesize=2");

        calendar.Delete(Text(page["value"]![0], "id")!);
        calendar.Add(Lunch with { Subject = "In between", Start = Monday.AddDays(-1), End = Monday });
        var (rest, next, _) = await emulator.DrainAsync(page["@odata.nextLink"]!.GetValue<string>(), $"{Immutable}, odata.maxpagesize=2");
        var (told, _, _) = await emulator.DrainAsync(next, Immutable);

        Assert.Equal(events.Select(e => e.Subject).Order(), page["value"]!.AsArray().Concat(rest).Select(i => Text(i, "subject")).Order());
        Assert.Equal("In between", Text(Assert.Single(Standing(told)), "subject"));
        Assert.Equal(Text(page["value"]![0], "id"), Text(Assert.Single(Removed(told)), "id"));
    }

    [Fact]
    public async Task The_sdk_follows_a_round()
    {
        await using var emulator = await WithQuirksAsync();
        emulator.Host.Calendar.Add(Weekly);

        var first = await emulator.Sdk.Me.CalendarView.Delta.GetAsDeltaGetResponseAsync(
            r =>
            {
                r.QueryParameters.StartDateTime = "2026-03-01T00:00:00Z";
                r.QueryParameters.EndDateTime = "2026-04-01T00:00:00Z";
            },
            EmulatorClient.Cancel);
        var second = await emulator.Sdk.Me.CalendarView.Delta.WithUrl(first!.OdataNextLink!).GetAsDeltaGetResponseAsync(cancellationToken: EmulatorClient.Cancel);

        Assert.Equal(3, second!.Value!.Count);
        Assert.Null(second.Value[1].Attendees);
        Assert.NotNull(second.OdataDeltaLink);
    }

    [Theory]
    [InlineData("me/calendarView/delta", "ErrorInvalidParameter")]
    [InlineData("me/calendarView/delta()?startDateTime=2026-03-01T00:00:00Z", "ErrorInvalidParameter")]
    [InlineData(March + "&$select=subject", "ErrorInvalidUrlQuery")]
    [InlineData(March + "&$filter=isCancelled", "ErrorInvalidUrlQuery")]
    [InlineData(March + "&$top=5", "ErrorInvalidUrlQuery")]
    [InlineData(March + "&$orderby=subject", "ErrorInvalidUrlQuery")]
    public async Task A_round_needs_a_window_and_takes_no_other_options(string path, string code)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        Assert.Equal(code, (await emulator.ErrorAsync(path, 400)).Code);
    }

    [Fact]
    public async Task A_token_of_another_run_or_of_another_kind_is_gone()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        await using var other = await EmulatorClient.StartAsync(SmallMailbox.With());
        var foreign = new Uri((await other.DrainAsync(March)).DeltaLink).Query;
        var own = new Uri((await emulator.DrainAsync(March)).DeltaLink).Query;
        var mail = new Uri((await emulator.DrainAsync("me/mailFolders/inbox/messages/delta")).DeltaLink).Query;

        foreach (var query in new[] { foreign, mail, "?$deltatoken=unknown", own.Replace("deltatoken", "skiptoken", StringComparison.Ordinal) })
        {
            Assert.Equal("SyncStateNotFound", (await emulator.ErrorAsync("me/calendarView/delta" + query, 410)).Code);
        }

        Assert.NotNull((await emulator.GetJsonAsync("me/calendarView/delta" + own))["@odata.deltaLink"]);
    }

    [Fact]
    public async Task Tokens_that_were_forgotten_are_gone_and_the_client_begins_again()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        emulator.Host.Calendar.Add(Lunch);
        var link = (await emulator.DrainAsync(March)).DeltaLink;

        emulator.Host.Control.ForgetTokens();

        Assert.Equal("SyncStateNotFound", (await emulator.ErrorAsync(link, 410)).Code);
        Assert.Single((await emulator.DrainAsync(March)).Items);
    }

    [Fact]
    public async Task The_basic_permission_sees_no_body_in_a_round()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        emulator.Host.Calendar.Add(Lunch);
        emulator.Host.SetGrantedScopes("Calendars.ReadBasic");

        var lunch = Assert.Single((await emulator.DrainAsync(March)).Items);

        Assert.Null(lunch["body"]);
        Assert.NotNull(lunch["attendees"]);
    }

    private static Task<EmulatorClient> WithQuirksAsync() =>
        EmulatorClient.StartAsync(SmallMailbox.With(), new GraphEmulatorOptions { TimeProvider = new EmulatorClient.FixedTime(SmallMailbox.Now), Quirks = true });

    private static List<JsonObject> Standing(IEnumerable<JsonObject> items) => [.. items.Where(i => i["@removed"] is null)];

    private static List<JsonObject> Removed(IEnumerable<JsonObject> items) => [.. items.Where(i => i["@removed"] is not null)];

    private static string? Text(JsonNode? item, string name) => item![name]?.GetValue<string>();
}
