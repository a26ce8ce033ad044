using System.Net;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.Control;
using static InboxNetworker.Api.Tests.Alerts.AlertMailbox;

namespace InboxNetworker.Api.Tests.Alerts;

/// <summary>From a mailbox to what is told of it in the pane.</summary>
public sealed class AlertsTests
{
    private const string Gone = "gone.away@here.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_long_as_nothing_is_turned_on_nothing_is_looked_for_and_no_setting_of_the_mailbox_is_asked()
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync();
        await RoundAsync(api);

        var list = await api.GetAsync("/api/alerts");

        Assert.False(list.GetProperty("on").GetBoolean());
        Assert.Empty(list.GetProperty("alerts").EnumerateArray());
        Assert.DoesNotContain(mailbox.Emulator.Requests, r => r.PathAndQuery.Contains("mailboxSettings", StringComparison.OrdinalIgnoreCase));
    }

    public static TheoryData<string, string, string> Kinds => new()
    {
        { "turnsFading", "Write to Ana Fox", "You and Ana were last in touch on 12 May 2026, 4 weeks ago; before that, nearly every week." },
        { "becomesDormant", "Write to Ana Fox", "You and Ana have not been in touch since 15 March 2026, for 3 months; before that, nearly every week." },
        { "waitsForAnswer", "Answer Ana Fox", "Ana wrote on 7 June 2026 («Budget»); you have not written since." },
        { "noAnswer", "Check back with Ana Fox", "You wrote to Ana on 31 May 2026; no answer has come yet." },
        { "meetingSoon", "Before you meet Ana Fox", "You meet Ana on Tuesday, 16 June 2026 at 12:00 («Review»); you were last in touch on 27 November 2025, 6 months ago." },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_comes_from_the_mailbox_to_the_pane_a_task_a_digest_and_a_calendar(string kind, string title, string text)
    {
        await using var mailbox = Of(kind);
        await using var api = await mailbox.ReadAsync();

        var settings = await TurnOnAsync(api, pane: true, toDo: true, digest: true, calendar: true);

        var alert = await AlertAsync(api);
        Assert.Equal((kind, title, text), (alert.GetProperty("kind").GetString(), alert.GetProperty("title").GetString(), alert.GetProperty("text").GetString()));
        Assert.Equal(["write", "snooze", "rest"], alert.GetProperty("actions").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal(await api.IdOfAsync(Ana), alert.GetProperty("contactId").GetString());
        var (mails, tasks) = await mailbox.DeliveriesAsync();
        var mail = Assert.Single(mails).GetProperty("mime").GetString()!;
        using var digest = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)), Cancellation);
        Assert.Equal("Worth a line: Ana Fox", digest.Subject);
        Assert.Contains($"{title}\n{text}\n", digest.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var feed = await api.Client.GetStringAsync(new Uri(settings.GetProperty("calendarAddress").GetString()!), Cancellation);
        Assert.Contains($"SUMMARY:{title}\r\n", feed, StringComparison.Ordinal);
        var task = Assert.Single(tasks);
        Assert.Equal((title, "InboxNetworker"), (task.GetProperty("title").GetString(), task.GetProperty("list").GetString()));
        Assert.StartsWith(text, task.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(kind == "meetingSoon" ? "2026-06-16" : "2026-06-15", task.GetProperty("due").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brief_says_the_last_topics_and_who_else_comes()
    {
        await using var mailbox = Of("meetingSoon");
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, pane: true);

        Assert.Equal(["Your last mail was about «Plans», on 27 November 2025.", "Also coming: Ben Holt."], (await AlertAsync(api)).GetProperty("brief").EnumerateArray().Select(b => b.GetString()));
    }

    [Fact]
    public async Task A_badge_tells_at_once_and_goes_when_it_was_seen()
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync();
        var unseen = new List<int>();
        await foreach (var status in WatchAsync(api))
        {
            unseen.Add(status.GetProperty("unseen").GetInt32());
            if (unseen.Count == 1)
            {
                await TurnOnAsync(api, pane: true);
            }
            else if (unseen[^1] == 1)
            {
                (await api.PostAsync("/api/alerts/seen")).EnsureSuccessStatusCode();
            }
            else if (unseen.Contains(1))
            {
                break;
            }
        }

        Assert.Equal(0, unseen[^1]);
        Assert.True((await AlertAsync(api)).GetProperty("seen").GetBoolean());
    }

    [Fact]
    public async Task What_was_put_away_or_done_does_not_come_back_and_an_unknown_one_is_said_to_be()
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, pane: true);
        var id = (await AlertAsync(api)).GetProperty("id").GetString();

        using var put = await api.PostAsync($"/api/alerts/{id}/dismiss");
        using var done = await api.PostAsync($"/api/alerts/{id}/acted");
        await RoundAsync(api);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (put.StatusCode, done.StatusCode));
        Assert.Empty((await api.GetAsync("/api/alerts")).GetProperty("alerts").EnumerateArray());
        using var unknown = await api.PostAsync("/api/alerts/999/dismiss");
        Assert.Equal("There is no such alert", await ProblemAssert.IsProblemAsync(unknown, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_mail_ends_an_alert_by_itself()
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, pane: true);
        await AlertAsync(api);

        api.Time.Advance(TimeSpan.FromMinutes(5));
        mailbox.Emulator.Control.AddMessage(new NewMessage("inbox", Somebody(Ana, "Ana Fox"), [Owner], "News", RunningApi.Now.AddMinutes(2)));
        await api.ReadAgainAsync();
        await RoundAsync(api);

        Assert.Empty((await api.GetAsync("/api/alerts")).GetProperty("alerts").EnumerateArray());
    }

    [Fact]
    public async Task Who_was_let_rest_is_not_named_and_an_open_alert_about_them_ends()
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, pane: true);
        (await api.PutAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/preferences", new { resting = true })).EnsureSuccessStatusCode();
        await RoundAsync(api);

        Assert.Empty((await api.GetAsync("/api/alerts")).GetProperty("alerts").EnumerateArray());
    }

    [Fact]
    public async Task Who_has_left_the_organisation_is_not_named()
    {
        await using var mailbox = new AlertMailbox().Left(Somebody(Gone, "Gone Away"))
            .Exchange(Somebody(Gone, "Gone Away"), weeks: 14, silentDays: 33.7).Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 33.7);
        await using var api = await mailbox.ReadAsync();

        await TurnOnAsync(api, pane: true);

        Assert.Equal("Write to Ana Fox", (await AlertAsync(api)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_bar_over_a_message_has_its_sentence_only_while_it_is_on()
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, pane: true);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await BarAsync()).ValueKind);

        await TurnOnAsync(api, infoBar: true);

        Assert.Equal("You and Ana were last in touch on 12 May 2026, 4 weeks ago; before that, nearly every week.", (await BarAsync()).GetProperty("text").GetString());

        async Task<System.Text.Json.JsonElement> BarAsync() => (await api.GetAsync($"/api/contacts/lookup?address={Ana}")).GetProperty("infoBar");
    }

    [Fact]
    public async Task It_is_quiet_outside_the_hours_the_mailbox_gives_and_usual_hours_do_where_they_may_not_be_asked()
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync();
        using var http = new HttpClient { BaseAddress = mailbox.Emulator.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "test");
        using var hours = new StringContent("""{"workingHours":{"daysOfWeek":["monday"],"startTime":"15:00:00","endTime":"18:00:00","timeZone":{"name":"W. Europe Standard Time"}}}""", System.Text.Encoding.UTF8, "application/json");
        (await http.PatchAsync(new Uri("/v1.0/me/mailboxSettings", UriKind.Relative), hours, Cancellation)).EnsureSuccessStatusCode();

        var settings = await TurnOnAsync(api, pane: true);

        Assert.Equal("Monday, 15:00 to 18:00 (W. Europe Standard Time), as in your mailbox's settings.", settings.GetProperty("workingHours").GetString());
        Assert.Empty((await api.GetAsync("/api/alerts")).GetProperty("alerts").EnumerateArray()); // 14:00 in Berlin
        api.Time.Advance(TimeSpan.FromMinutes(61));
        await RoundAsync(api);
        await AlertAsync(api);
    }

    [Fact]
    public async Task Without_the_permission_for_settings_usual_hours_are_used_and_said()
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync("User.Read Mail.ReadBasic Calendars.ReadBasic People.Read");

        var settings = await TurnOnAsync(api, pane: true);

        Assert.Contains("With the permission MailboxSettings.Read", settings.GetProperty("workingHours").GetString(), StringComparison.Ordinal);
        await AlertAsync(api);
    }

    [Theory]
    [InlineData("""{"perWeek":11}""", "perWeek")]
    [InlineData("""{"perWeek":-1}""", "perWeek")]
    [InlineData("""{"pane":true}""", "perWeek")]
    [InlineData("""{"perWeek":3,"digest":true,"digestEveryWeeks":2}""", "digestEveryWeeks")]
    public async Task What_cannot_be_wished_is_refused_by_its_name(string json, string field)
    {
        await using var mailbox = Fading();
        await using var api = await mailbox.ReadAsync();
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        using var answer = await api.Client.PutAsync("/api/alerts/settings", body, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.False((await api.GetAsync("/api/alerts")).GetProperty("on").GetBoolean());
    }

    internal static AlertMailbox Fading() => new AlertMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 33.7);

    private static AlertMailbox Of(string kind) => kind switch
    {
        "turnsFading" => Fading(),
        "becomesDormant" => new AlertMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 92.5),
        "waitsForAnswer" => new AlertMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 10).Mail("inbox", Somebody(Ana, "Ana Fox"), Owner, 8, "Budget"),
        "noAnswer" => new AlertMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 10, silentDays: 17, rhythm: 14).Mail("sentitems", Owner, Somebody(Ana, "Ana Fox"), 15),
        _ => new AlertMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 5, silentDays: 200).Exchange(Somebody(Ben, "Ben Holt"), weeks: 4, silentDays: 3)
            .Meets("Review", 1, Somebody(Ana, "Ana Fox"), Somebody(Ben, "Ben Holt")),
    };
}
