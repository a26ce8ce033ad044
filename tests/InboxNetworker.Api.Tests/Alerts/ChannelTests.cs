using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.Faults;
using MimeKit;
using static InboxNetworker.Api.Tests.Alerts.AlertMailbox;

namespace InboxNetworker.Api.Tests.Alerts;

/// <summary>What leaves the program: a mail, a task, a calendar; each with its permission and what becomes of it without.</summary>
public sealed partial class ChannelTests
{
    private const string Reading = "User.Read Mail.ReadBasic Calendars.ReadBasic People.Read";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_goes_to_the_owner_alone_once_a_week_as_html_and_text()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, digest: true);
        await RoundAsync(api);

        var mail = Mime(Assert.Single((await mailbox.DeliveriesAsync()).Mails));

        Assert.Equal("Worth a line: Ana Fox", mail.Subject);
        Assert.Equal(("owner@here.example", "owner@here.example"), (mail.From.Mailboxes.Single().Address, mail.To.Mailboxes.Single().Address));
        Assert.Contains("You and Ana were last in touch on 12 May 2026", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("You and Ana were last in touch on 12 May 2026", mail.HtmlBody, StringComparison.Ordinal);
        Assert.EndsWith("@inboxnetworker.invalid", mail.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_digest_has_no_room_for_stands_in_the_next()
    {
        await using var mailbox = new AlertMailbox();
        for (var person = 0; person < 5; person++)
        {
            mailbox.Exchange(Somebody($"person{person}@there.example", $"Person Number{person}"), weeks: 14, silentDays: 33.7);
        }

        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, digest: true, perWeek: 10);
        Assert.Equal(5, (await api.GetAsync("/api/alerts")).GetProperty("alerts").GetArrayLength());
        var first = Mime(Assert.Single((await mailbox.DeliveriesAsync()).Mails)).TextBody!;

        api.Time.Advance(TimeSpan.FromDays(7));
        await RoundAsync(api);

        var second = Mime((await mailbox.DeliveriesAsync()).Mails[1]).TextBody!;
        for (var person = 0; person < 5; person++)
        {
            Assert.NotEqual(first.Contains($"person{person}@", StringComparison.Ordinal), second.Contains($"person{person}@", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_name_with_line_ends_and_markup_makes_no_header_of_its_own()
    {
        const string Name = "Ana\r\nBcc: evil@there.example\r\nX: <script>alert(1)</script>";
        await using var mailbox = new AlertMailbox().Exchange(Somebody(Ana, Name), weeks: 14, silentDays: 33.7, subject: "a\r\nBcc: x@y.example");
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, digest: true, toDo: true, calendar: true);

        var (mails, tasks) = await mailbox.DeliveriesAsync();
        var mail = Mime(Assert.Single(mails));

        Assert.Empty(mail.Bcc);
        Assert.Null(mail.Headers["X"]);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Assert.Single(tasks).GetProperty("title").GetString()!, char.IsControl);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_of_a_digest_works_without_a_sign_in_and_only_when_it_is_agreed_to(bool stop)
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, digest: true);
        var link = Links(Mime(Assert.Single((await mailbox.DeliveriesAsync()).Mails)))[stop ? 1 : 0];

        var page = await api.Client.GetStringAsync(link, Cancellation);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        Assert.Equal((true, 1), await DigestAsync(api));
        using var acted = await api.Client.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Cancellation);

        Assert.Equal(HttpStatusCode.OK, acted.StatusCode);
        Assert.Equal(stop ? (false, 1) : (true, 4), await DigestAsync(api));
    }

    [Fact]
    public async Task A_link_that_was_changed_or_is_too_old_does_nothing()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, digest: true);
        var links = Links(Mime(Assert.Single((await mailbox.DeliveriesAsync()).Mails)));
        var lessToStop = links[0].AbsoluteUri.Replace("links/1.0.", "links/1.1.", StringComparison.Ordinal);

        foreach (var bad in new[] { lessToStop, links[1].AbsoluteUri[..^3] + "AAA", new Uri(api.Address, "/api/alerts/links/x").AbsoluteUri })
        {
            using var refused = await api.Client.PostAsync(new Uri(bad), null, Cancellation);
            Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        }

        api.Time.Advance(TimeSpan.FromDays(60));
        using var late = await api.Client.PostAsync(links[1], null, Cancellation);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal((true, 1), await DigestAsync(api));
    }

    [Fact]
    public async Task A_channel_without_its_permission_says_which_is_missing_and_delivers_once_it_is_given()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync(Reading);

        var settings = await TurnOnAsync(api, digest: true, toDo: true);

        Assert.StartsWith("The permission Mail.Send is missing.", settings.GetProperty("digest").GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("The permission Tasks.ReadWrite is missing.", settings.GetProperty("toDo").GetProperty("problem").GetString(), StringComparison.Ordinal);
        mailbox.Emulator.SetGrantedScopes(Reading + " Mail.Send Tasks.ReadWrite");
        api.Time.Advance(TimeSpan.FromMinutes(11));
        await RoundAsync(api);

        var (mails, tasks) = await mailbox.DeliveriesAsync();
        Assert.Equal((1, 1), (mails.Count, tasks.Count));
        var healed = await api.GetAsync("/api/alerts/settings");
        Assert.Equal((JsonValueKind.Null, 0), (healed.GetProperty("digest").GetProperty("problem").ValueKind, healed.GetProperty("toDo").GetProperty("waiting").GetInt32()));
    }

    [Fact]
    public async Task A_channel_that_fails_again_and_again_says_so_in_the_settings_and_delivers_once_when_it_is_well_again()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        Assert.True(FaultPlan.TryParse("seed=1,401=1", out var broken, out var problem), problem);
        mailbox.Emulator.SetFaults(broken!);

        var once = await TurnOnAsync(api, digest: true, toDo: true);
        for (var minutes = 12; minutes <= 48; minutes *= 2)
        {
            api.Time.Advance(TimeSpan.FromMinutes(minutes));
            await RoundAsync(api);
        }

        var settings = await api.GetAsync("/api/alerts/settings");
        Assert.Equal(JsonValueKind.Null, once.GetProperty("toDo").GetProperty("problem").ValueKind);
        Assert.All(["digest", "toDo"], channel => Assert.NotEqual(JsonValueKind.Null, settings.GetProperty(channel).GetProperty("problem").ValueKind));
        mailbox.Emulator.SetFaults(FaultPlan.None);
        api.Time.Advance(TimeSpan.FromMinutes(70));
        await RoundAsync(api);

        var (mails, tasks) = await mailbox.DeliveriesAsync();
        Assert.Equal((1, 1), (mails.Count, tasks.Count));
        Assert.Equal(JsonValueKind.Null, (await api.GetAsync("/api/alerts/settings")).GetProperty("digest").GetProperty("problem").ValueKind);
    }

    [Fact]
    public async Task What_failed_in_the_evening_is_delivered_in_the_morning()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync(Reading);
        api.Time.Advance(TimeSpan.FromHours(4.9));
        await TurnOnAsync(api, digest: true, toDo: true);
        mailbox.Emulator.SetGrantedScopes(null);

        api.Time.Advance(TimeSpan.FromHours(9));
        await RoundAsync(api);
        var (nightMails, nightTasks) = await mailbox.DeliveriesAsync();
        api.Time.Advance(TimeSpan.FromHours(8));
        await RoundAsync(api);
        var (mails, tasks) = await mailbox.DeliveriesAsync();

        Assert.Equal((0, 0), (nightMails.Count, nightTasks.Count));
        Assert.Equal((1, 1), (mails.Count, tasks.Count));
    }

    [Fact]
    public async Task Less_often_after_stop_brings_nothing_back_and_says_so()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, digest: true);
        var links = Links(Mime(Assert.Single((await mailbox.DeliveriesAsync()).Mails)));

        using var stopped = await api.Client.PostAsync(links[1], null, Cancellation);
        using var less = await api.Client.PostAsync(links[0], null, Cancellation);

        Assert.Contains("No more digests will come.", await less.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal((false, 1), await DigestAsync(api));
    }

    [Fact]
    public async Task Whom_a_digest_that_was_turned_off_did_not_tell_of_stands_in_the_next()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync(Reading);
        await TurnOnAsync(api, digest: true, pane: true);
        await TurnOnAsync(api, pane: true);
        mailbox.Emulator.SetGrantedScopes(null);
        await TurnOnAsync(api, digest: true, pane: true);

        api.Time.Advance(TimeSpan.FromDays(7));
        await RoundAsync(api);

        Assert.Contains("Ana Fox", Mime(Assert.Single((await mailbox.DeliveriesAsync()).Mails)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_has_a_secret_address_that_can_be_renewed_and_taken_away()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        var first = (await TurnOnAsync(api, calendar: true)).GetProperty("calendarAddress").GetString()!;
        using var answer = await api.Client.GetAsync(new Uri(first), Cancellation);
        var feed = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("SUMMARY:Write to Ana Fox\r\n", feed, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260615\r\n", feed, StringComparison.Ordinal);

        (await api.PostAsync("/api/alerts/settings/calendar")).EnsureSuccessStatusCode();
        var second = (await api.GetAsync("/api/alerts/settings")).GetProperty("calendarAddress").GetString()!;
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(first), await StatusAsync(second)));
        await TurnOnAsync(api, pane: true);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
        using var off = await api.PostAsync("/api/alerts/settings/calendar");
        Assert.Equal(HttpStatusCode.Conflict, off.StatusCode);

        async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var got = await api.Client.GetAsync(new Uri(address), Cancellation);
            return got.StatusCode;
        }
    }

    private static async Task<(bool On, int Every)> DigestAsync(RunningApi api)
    {
        var settings = await api.GetAsync("/api/alerts/settings");
        return (settings.GetProperty("digest").GetProperty("on").GetBoolean(), settings.GetProperty("digestEveryWeeks").GetInt32());
    }

    private static MimeMessage Mime(JsonElement mail) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail.GetProperty("mime").GetString()!)), Cancellation);

    /// <summary>Less often, then stop.</summary>
    private static List<Uri> Links(MimeMessage mail) => [.. Link().Matches(mail.TextBody!).Select(m => new Uri(m.Value))];

    [GeneratedRegex(@"http://\S+/api/alerts/links/\S+")]
    private static partial Regex Link();
}
