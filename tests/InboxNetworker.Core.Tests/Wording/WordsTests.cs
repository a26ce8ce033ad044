using System.Globalization;
using System.Text.RegularExpressions;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Wording;

public sealed partial class WordsTests
{
    private static readonly DateTimeOffset March = Time("2023-03-07T09:00:00Z"), May = Time("2024-05-12T09:00:00Z");

    /// <summary>Every sentence, with numbers that no sentence has by itself.</summary>
    public static TheoryData<string> Sentences => [.. All(Words.English).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Both_languages_tell_the_same_numbers(string name)
    {
        var (english, german) = (Text(Words.English, name), Text(Words.German, name));

        Assert.Equal(Numbers(english.Replace(",", "", StringComparison.Ordinal)), Numbers(Point().Replace(german, "$1$2").Replace(',', '.')));
        Assert.NotEqual(english, german);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_German_sentence_has_no_English_words(string name) =>
        Assert.DoesNotMatch(new Regex(@"\b(you|your|the|and|with|since|weeks?|mails? to|days?|months?|from|wrote|left|of)\b", RegexOptions.IgnoreCase), Text(Words.German, name));

    [Theory]
    [InlineData("de-DE", "Sie haben 22 Mails gewechselt, in 11 verschiedenen Wochen, meist zwischen März und Mai 2023; seit 13 Monaten nichts mehr.")]
    [InlineData("en-GB", "You exchanged 22 mails in 11 different weeks, most between March and May 2023; nothing for 13 months.")]
    [InlineData("fr-FR", "You exchanged 22 mails in 11 different weeks, most between March and May 2023; nothing for 13 months.")]
    public void Reasons_are_in_the_language_of_who_asks(string culture, string reason)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var spring = Enumerable.Range(0, 10).Select(w => (Now - Time("2023-03-01T09:00:00Z")).TotalDays - (7 * w));
            Assert.Equal(reason, RelationshipModel.Assess(With(History(BothWays([.. spring, 700]))), Now).Reasons[0].Text);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData(1, "1 Tag")]
    [InlineData(13, "13 Tagen")]
    [InlineData(14, "2 Wochen")]
    [InlineData(100, "3 Monaten")]
    [InlineData(800, "2 Jahren")]
    public void A_length_in_German_is_in_the_dative(int days, string length) => Assert.Equal(length, Words.German.Length(Now.AddDays(-days), Now));

    private static string Text(Words words, string name) => All(words).First(s => s.Name == name).Text;

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Text)> All(Words words)
    {
        foreach (var what in Enum.GetValues<Exchanged>())
        {
            yield return ($"exchange {what}", words.Exchange(what, 1_234, 57, 43, Part.Most, March, May, words.Length(March, May)));
        }

        foreach (var part in Enum.GetValues<Part>())
        {
            yield return ($"part {part}", words.Exchange(Exchanged.Mails, 2, 0, 43, part, March, March, null));
        }

        foreach (var days in (double[])[7, 21, 91, 365])
        {
            yield return ($"often {days}", words.Before(words.Often(days)!));
        }

        foreach (var noise in Enum.GetValues<Noise>())
        {
            yield return ($"left out {noise}", words.LeftOut(noise));
        }

        foreach (var state in Enum.GetValues<RelationshipState>())
        {
            yield return ($"state {state}", words.Definition(state));
        }

        foreach (var code in (string[])["pulse", "exchange", "memory", "quarters", "own-weeks", "silence"])
        {
            yield return ($"feature {code}", words.Feature(code));
        }

        yield return ("own", words.Own);
        yield return ("never seen", words.NeverSeen);
        yield return ("resting", words.Resting);
        yield return ("last met", words.LastMet(March));
        yield return ("you wrote last", words.YouWroteLast(March));
        yield return ("they wrote last", words.TheyWroteLast("Ana", March));
        yield return ("last mail", words.LastMail("Etat"));
        yield return ("last meeting", words.LastMeeting("Etat"));
        yield return ("wish", words.Wish(6, 65));
        yield return ("weekly wish", words.Wish(1, 65));
        yield return ("long known", words.LongKnown("Ana", March, 23, March, May));
        yield return ("works at", words.WorksAt("Ana", "Fernhill"));
        yield return ("writes from", words.WritesFrom("Ana", "fernhill.example"));
        yield return ("works in", words.WorksIn("Ana", "Legal"));
        yield return ("wrote first", words.WroteFirst("Ana", 3, 5));
        yield return ("always wrote first", words.WroteFirst("Ana", 5, 5));
        yield return ("snoozed", words.Snoozed("Ana", May));
        yield return ("meeting soon", words.MeetingSoon("Ana", May));
        yield return ("dismissed", words.Dismissed("Ana", March, May));
        yield return ("drafted", words.Drafted("Ana", March, May));
        yield return ("written", words.Written("Ana", March, May));
        yield return ("unanswered", words.Unanswered("Ana", 3));
        yield return ("dormant", words.Dormant("Ana", words.Length(March, May)));
        yield return ("fading", words.Fading("Ana", words.Length(March, May)));
        yield return ("new", words.JustMet("Ana"));
        yield return ("in touch", words.InTouch("Ana", May));
        yield return ("one way", words.OneWay("Ana"));
        yield return ("never wrote back", words.NeverWroteBack("Ana"));
        yield return ("too little", words.TooLittle("Ana", 2));
        yield return ("greeting", words.Greeting([new Called("Ana", false)]));
        yield return ("formal greeting", words.Greeting([new Called("Dr. Fox", true)]));
        yield return ("greeting of two", words.Greeting([new Called("Ana", false), new Called("Ben", false)]));
        yield return ("nobody's greeting", words.Greeting([null]));
        yield return ("closing", words.Closing(null));
        yield return ("named closing", words.Closing("Olga"));
        foreach (var days in (int[])[3, 15, 40, 100, 200, 400, 700, 1_500])
        {
            yield return ($"ago {days}", words.Ago(TimeSpan.FromDays(days)));
        }

        foreach (var intent in Intents.All)
        {
            var template = Template.BuiltIn(intent, words);
            yield return ($"template {intent}", Tag().Replace($"{template.Subject}\n{template.Text}", string.Empty));
        }

        foreach (var kind in Enum.GetValues<AlertKind>())
        {
            yield return ($"alert {kind}", words.AlertTitle(kind, "Ana"));
        }

        yield return ("meeting after long", words.MeetingAfterLong("Ana", May.DateTime, "Etat", March, May));
        yield return ("waits for an answer", words.WaitsForAnswer("Ana", March, "Etat"));
        yield return ("no answer", words.NoAnswer("Ana", March));
        yield return ("wish passed", words.WishPassed(6, 65, March));
        yield return ("turns fading", words.TurnsFading("Ana", March, May, 21));
        yield return ("becomes dormant", words.BecomesDormant("Ana", March, May, 91));
        yield return ("last mail on", words.LastMailOn("Etat", March));
        yield return ("last meeting on", words.LastMeetingOn("Etat", March));
        yield return ("also there", words.AlsoThere(["Ana", "Ben"], 4));
        yield return ("digest subject", words.DigestSubject(["Ana", "Ben"]));
        yield return ("digest", string.Join(' ', words.DigestClosing, words.LessOften, words.Unsubscribe, words.Calendar));
        yield return ("links", string.Join(' ', words.LessOftenQuestion, words.LessOftenDone, words.StopQuestion, words.StopDone, words.LinkGone, words.Yes));
        yield return ("usual hours", words.UsualHours("X"));
        yield return ("own hours", words.OwnHours(WorkingHours.Usual, "UTC"));
    }

    [GeneratedRegex(@"\{[{%].*?[}%]\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(\d)\.(\d{3})")]
    private static partial Regex Point();
}
