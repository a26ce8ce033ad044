using System.Net;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Alerts;

/// <summary>Alerts and what carries them, word for word in both languages.</summary>
public sealed class AlertTextTests
{
    private static readonly Uri Less = new("https://network.example/less?a=1&b=2"), Stop = new("https://network.example/stop");

    public static TheoryData<string, AlertKind, string, string> Told => new()
    {
        { "en", AlertKind.MeetingSoon, "Before you meet Ana Fox", "You meet Ana on Thursday, 13 June 2024 at 14:05 («Review»); you were last in touch on 8 May 2024, 5 weeks ago." },
        { "de", AlertKind.MeetingSoon, "Vor dem Treffen mit Ana Fox", "Sie treffen Ana am Donnerstag, 13. Juni 2024, um 14:05 Uhr («Review»); zuletzt hatten Sie am 8. Mai 2024 Kontakt, vor 5 Wochen." },
        { "en", AlertKind.WaitsForAnswer, "Answer Ana Fox", "Ana wrote on 8 May 2024 («Budget»); you have not written since." },
        { "de", AlertKind.WaitsForAnswer, "Ana Fox antworten", "Ana hat am 8. Mai 2024 geschrieben («Budget»); seither haben Sie nicht geschrieben." },
        { "en", AlertKind.NoAnswer, "Check back with Ana Fox", "You wrote to Ana on 8 May 2024; no answer has come yet." },
        { "de", AlertKind.NoAnswer, "Bei Ana Fox nachfragen", "Sie haben Ana am 8. Mai 2024 geschrieben; eine Antwort kam noch nicht." },
        { "en", AlertKind.TurnsFading, "Write to Ana Fox", "You and Ana were last in touch on 8 May 2024, 5 weeks ago; before that, nearly every week." },
        { "de", AlertKind.TurnsFading, "Ana Fox schreiben", "Sie und Ana hatten zuletzt am 8. Mai 2024 Kontakt, vor 5 Wochen; davor fast jede Woche." },
        { "en", AlertKind.BecomesDormant, "Write to Ana Fox", "You and Ana have not been in touch since 8 May 2024, for 5 weeks; before that, nearly every week." },
        { "de", AlertKind.BecomesDormant, "Ana Fox schreiben", "Sie und Ana hatten seit dem 8. Mai 2024, also seit 5 Wochen, keinen Kontakt; davor fast jede Woche." },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void Each_kind_is_told_in_either_language(string language, AlertKind kind, string title, string text)
    {
        var alert = Tell(language, kind, Ana());

        Assert.Equal((title, text), (alert.Title, alert.Text));
    }

    [Theory]
    [InlineData("en", 3, "You wanted to be in touch every 3 weeks; it has been 5, since 8 May 2024.")]
    [InlineData("de", 3, "Sie wollten alle 3 Wochen in Kontakt sein; jetzt sind es 5, seit dem 8. Mai 2024.")]
    [InlineData("en", 5, "You wanted to be in touch every 5 weeks; it has been 35 days, since 8 May 2024.")]
    [InlineData("de", 5, "Sie wollten alle 5 Wochen in Kontakt sein; jetzt sind es 35 Tage, seit dem 8. Mai 2024.")]
    [InlineData("en", 1, "You wanted to be in touch every week; it has been 5 weeks, since 8 May 2024.")]
    [InlineData("de", 1, "Sie wollten jede Woche in Kontakt sein; jetzt sind es 5 Wochen, seit dem 8. Mai 2024.")]
    public void A_wish_is_told_in_either_language(string language, int everyWeeks, string text) =>
        Assert.Equal(text, Tell(language, AlertKind.TurnsFading, Ana() with { Word = new OwnersWord(Preferences.None with { EveryWeeks = everyWeeks }) }).Text);

    [Theory]
    [InlineData("en", 1, "Also coming: Ben 1.")]
    [InlineData("de", 1, "Auch dabei: Ben 1.")]
    [InlineData("en", 3, "Also coming: Ben 1, Ben 2 and Ben 3.")]
    [InlineData("de", 3, "Auch dabei: Ben 1, Ben 2 und Ben 3.")]
    [InlineData("en", 4, "Also coming: Ben 1, Ben 2, Ben 3 and 1 other.")]
    [InlineData("de", 4, "Auch dabei: Ben 1, Ben 2, Ben 3 und 1 weitere Person.")]
    [InlineData("en", 6, "Also coming: Ben 1, Ben 2, Ben 3 and 3 others.")]
    [InlineData("de", 6, "Auch dabei: Ben 1, Ben 2, Ben 3 und 3 weitere.")]
    public void A_brief_names_the_last_topics_and_three_who_also_come(string language, int others, string alsoThere)
    {
        var ana = Ana() with { LastMeeting = new Topic("Kickoff", Now.AddDays(-40)) };
        var bens = Enumerable.Range(1, others).Select(n => ana with { Person = new Person(n + 1, $"Ben {n}", [Address($"ben{n}@there.example")]) });

        Assert.Equal(
            language == "de"
                ? ["In Ihrer letzten Mail vom 8. Mai 2024 ging es um «Budget».", "Ihr letzter Termin war «Kickoff», am 3. Mai 2024.", alsoThere]
                : ["Your last mail was about «Budget», on 8 May 2024.", "Your last meeting was «Kickoff», on 3 May 2024.", alsoThere],
            Tell(language, AlertKind.MeetingSoon, ana, [.. bens]).Brief);
    }

    [Fact]
    public void What_is_not_known_leaves_no_gap_in_a_sentence()
    {
        var once = Ana() with { History = History(BothWays(35)), LastSubject = new Topic(" \r\n ", Now.AddDays(-35)), NextMeeting = null };

        Assert.Equal("Sie treffen Ana am Donnerstag, 13. Juni 2024, um 14:05 Uhr; zuletzt hatten Sie am 8. Mai 2024 Kontakt, vor 5 Wochen.", Tell("de", AlertKind.MeetingSoon, once).Text);
        Assert.Equal("Ana hat am 8. Mai 2024 geschrieben; seither haben Sie nicht geschrieben.", Tell("de", AlertKind.WaitsForAnswer, once).Text);
        Assert.Equal("Sie und Ana hatten zuletzt am 8. Mai 2024 Kontakt, vor 5 Wochen.", Tell("de", AlertKind.TurnsFading, once).Text);
        Assert.Empty(Tell("de", AlertKind.TurnsFading, once).Brief);
    }

    [Fact]
    public void A_digest_in_German_has_no_English_in_html_or_text()
    {
        var alert = Tell("de", AlertKind.TurnsFading, Ana());
        var digest = Digest.Of([.. new[] { "Ana Fox", "Änne Groß", "Cara Dunn" }.Select(name => new DigestEntry($"{name} schreiben", name, alert.Address, alert.Text, alert.Brief))], Less, Stop, Words.German);

        Assert.Equal("Ein paar Zeilen wert: Ana Fox, Änne Groß und Cara Dunn", digest.Subject);
        Assert.Equal(
            $"""
            Ein paar Zeilen wert

            Ana Fox schreiben
            {alert.Text}
            In Ihrer letzten Mail vom 8. Mai 2024 ging es um «Budget».
            mailto:ana.fox@there.example

            Änne Groß schreiben
            {alert.Text}
            In Ihrer letzten Mail vom 8. Mai 2024 ging es um «Budget».
            mailto:ana.fox@there.example

            Cara Dunn schreiben
            {alert.Text}
            In Ihrer letzten Mail vom 8. Mai 2024 ging es um «Budget».
            mailto:ana.fox@there.example

            Sie bekommen diese Mail, weil Sie es so wollten. Niemand sonst bekommt sie.
            Seltener: {Less.AbsoluteUri}
            Abbestellen: {Stop.AbsoluteUri}

            """.ReplaceLineEndings("\r\n"),
            digest.Text);
        var plain = WebUtility.HtmlDecode(digest.Html);
        Assert.Contains("<html lang=\"de\">", plain, StringComparison.Ordinal);
        foreach (var said in new[] { "<title>Ein paar Zeilen wert</title>", ">Ein paar Zeilen wert</h1>", ">Änne Groß schreiben</a>", alert.Text, ">Seltener</a>", ">Abbestellen</a>", "weil Sie es so wollten. Niemand sonst bekommt sie." })
        {
            Assert.Contains(said, plain, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Write", digest.Html + digest.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Keep in touch")]
    [InlineData("de", "In Kontakt bleiben")]
    public void The_calendar_has_a_name_in_either_language(string language, string name)
    {
        var feed = CalendarFeed.Of([], Words.Of(language));

        Assert.Contains($"\r\nX-WR-CALNAME:{name}\r\n", feed, StringComparison.Ordinal);
        Assert.Contains($"\r\nPRODID:-//InboxNetworker//Alerts//{language.ToUpperInvariant()}\r\n", feed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Sunday, Wednesday, 22:00 to 06:30 (W. Europe Standard Time), as in your mailbox's settings.", "Monday to Friday, 09:00 to 17:00 (UTC). With the permission X your own working hours are used.")]
    [InlineData("de", "Sonntag, Mittwoch, 22:00 bis 06:30 Uhr (W. Europe Standard Time), wie in den Einstellungen Ihres Postfachs.", "Montag bis Freitag, 09:00 bis 17:00 Uhr (UTC). Mit der Berechtigung X gelten Ihre eigenen Arbeitszeiten.")]
    public void Hours_are_told_in_either_language(string language, string own, string usual)
    {
        var nights = new WorkingHours([DayOfWeek.Sunday, DayOfWeek.Wednesday], new TimeOnly(22, 0), new TimeOnly(6, 30), TimeZoneInfo.Utc);

        Assert.Equal((own, usual), (Words.Of(language).OwnHours(nights, "W. Europe Standard Time"), Words.Of(language).UsualHours("X")));
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("en", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    public void A_language_that_is_not_spoken_is_English(string asked, string spoken) => Assert.Equal(spoken, Words.Of(asked).Language);

    /// <summary>Five weeks of contact, then five weeks of silence; a meeting tomorrow.</summary>
    private static Relationship Ana() => With(History(BothWays(35, 42, 49, 56, 63)), subject: new Topic("Budget", Now.AddDays(-35))) with { NextMeeting = new Topic("Review", Tomorrow) };

    private static Alert Tell(string language, AlertKind kind, Relationship with, params Relationship[] people) =>
        AlertText.Of(new Sign(1, kind, kind == AlertKind.MeetingSoon ? Tomorrow : Now.AddDays(-35), 1), with, people, Berlin, Now, Words.Of(language));

    private static DateTimeOffset Tomorrow => Time("2024-06-13T12:05:00Z");

    private static WorkingHours Berlin => WorkingHours.Usual with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
}
