using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using InboxNetworker.Api.Tests.Hosting;
using MimeKit;
using static InboxNetworker.Api.Tests.Alerts.AlertMailbox;

namespace InboxNetworker.Api.Tests.Alerts;

/// <summary>An alert is written down when nobody asks: in the language in which its settings were saved.</summary>
public sealed partial class AlertLanguageTests
{
    private const string Sentence = "Sie und Ana hatten zuletzt am 12. Mai 2026 Kontakt, vor 4 Wochen; davor fast jede Woche.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_carries_an_alert_speaks_the_language_in_which_the_settings_were_saved()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        Speak(api, "de-DE,de;q=0.9");
        var settings = await TurnOnAsync(api, pane: true, infoBar: true, digest: true, toDo: true, calendar: true);
        Speak(api, "en"); // whoever asks later changes nothing

        var alert = await AlertAsync(api);
        Assert.Equal(("Ana Fox schreiben", Sentence), (alert.GetProperty("title").GetString(), alert.GetProperty("text").GetString()));
        Assert.Equal("In Ihrer letzten Mail vom 12. Mai 2026 ging es um «Plans».", Assert.Single(alert.GetProperty("brief").EnumerateArray()).GetString());
        Assert.Equal(Sentence, (await api.GetAsync($"/api/contacts/lookup?address={Ana}")).GetProperty("infoBar").GetProperty("text").GetString());

        var (mails, tasks) = await mailbox.DeliveriesAsync();
        var task = Assert.Single(tasks);
        Assert.Equal("Ana Fox schreiben", task.GetProperty("title").GetString());
        Assert.StartsWith(Sentence, task.GetProperty("body").GetString(), StringComparison.Ordinal);
        var mail = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(mails).GetProperty("mime").GetString()!)), Cancellation);
        Assert.Equal("Ein paar Zeilen wert: Ana Fox", mail.Subject);
        Assert.Contains("<html lang=\"de\">", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("\r\nAbbestellen: http", mail.TextBody!.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);

        var feed = await api.Client.GetStringAsync(new Uri(settings.GetProperty("calendarAddress").GetString()!), Cancellation);
        Assert.Contains("X-WR-CALNAME:In Kontakt bleiben\r\n", feed, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Ana Fox schreiben\r\n", feed, StringComparison.Ordinal);

        var links = Link().Matches(mail.TextBody!).Select(m => new Uri(m.Value)).ToList();
        Assert.Equal(2, links.Count);
        Assert.Equal(["Soll höchstens alle vier Wochen eine Übersicht kommen?", "Soll keine Übersicht mehr kommen?"], [await PageAsync(links[0], HttpMethod.Get), await PageAsync(links[1], HttpMethod.Get)]);
        Assert.Equal(
            ["Ab jetzt kommt höchstens alle vier Wochen eine Übersicht.", "Es kommt keine Übersicht mehr. In den Einstellungen lässt sie sich wieder einschalten."],
            [await PageAsync(links[0], HttpMethod.Post), await PageAsync(links[1], HttpMethod.Post)]);

        async Task<string> PageAsync(Uri link, HttpMethod method)
        {
            using var request = new HttpRequestMessage(method, link);
            using var answer = await api.Client.SendAsync(request, Cancellation);
            var page = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Equal("de", Assert.Single(answer.Content.Headers.ContentLanguage));
            Assert.Contains("<html lang=\"de\">", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Yes", page, StringComparison.Ordinal);
            return Heading(page);
        }
    }

    [Fact]
    public async Task Settings_saved_in_another_language_change_it_for_what_comes_then()
    {
        await using var mailbox = AlertsTests.Fading();
        await using var api = await mailbox.ReadAsync();
        Speak(api, "de");
        await TurnOnAsync(api);
        Speak(api, "en-GB");
        await TurnOnAsync(api, pane: true);

        Assert.Equal("Write to Ana Fox", (await AlertAsync(api)).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("de", "Montag bis Freitag, 09:00 bis 17:00 Uhr (UTC).", "Dieser Link gilt nicht mehr.")]
    [InlineData("fr", "Monday to Friday, 09:00 to 17:00 (UTC).", "This link does not work any more.")]
    public async Task What_somebody_asks_for_is_in_the_language_of_whoever_asks(string language, string hours, string gone)
    {
        await using var mailbox = new AlertMailbox();
        await using var api = await mailbox.ReadAsync();
        Speak(api, language);

        Assert.StartsWith(hours, (await api.GetAsync("/api/alerts/settings")).GetProperty("workingHours").GetString(), StringComparison.Ordinal);
        using var page = await api.Client.GetAsync(new Uri("/api/alerts/links/x", UriKind.Relative), Cancellation);
        Assert.StartsWith(gone, Heading(await page.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
    }

    private static void Speak(RunningApi api, string languages)
    {
        api.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        api.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(languages);
    }

    private static string Heading(string page) => WebUtility.HtmlDecode(H1().Match(page).Groups[1].Value);

    [GeneratedRegex(@"http://\S+/api/alerts/links/\S+")]
    private static partial Regex Link();

    [GeneratedRegex("<h1[^>]*>([^<]*)</h1>")]
    private static partial Regex H1();
}
