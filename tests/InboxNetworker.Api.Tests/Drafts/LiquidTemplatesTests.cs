using CsCheck;
using InboxNetworker.Api.Drafts;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Api.Tests.Drafts;

public sealed class LiquidTemplatesTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 12, 12, 0, 0, TimeSpan.Zero);
    private static readonly LiquidTemplates Templates = new();

    public static TheoryData<Intent, string> Everything => [.. Intents.All.SelectMany(i => new[] { (i, "en"), (i, "de") })];

    [Fact]
    public void It_greets_remembers_and_asks()
    {
        var draft = CheckIn("Re: Budget review", daysAgo: 200);

        Assert.Equal(["ana.fox@there.example"], draft.To.Select(a => a.Value));
        Assert.Equal("Catching up after “Budget review”", draft.Subject);
        Assert.StartsWith("Hi Ana,\n\nOur exchange on “Budget review” about half a year ago came back to my mind", draft.Text, StringComparison.Ordinal);
        Assert.Equal(4, draft.Html.Split("<p>").Length - 1);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_intent_has_words_of_its_own_with_the_topic_or_a_place_to_fill_in(Intent intent, string language)
    {
        var draft = Write(intent, With("Ana Fox", new Topic("Budget", Now.AddDays(-100))), language);

        Assert.NotEmpty(draft.Subject);
        Assert.True($"{draft.Subject}{draft.Text}".Contains("Budget", StringComparison.Ordinal) || draft.Text.Contains('['), draft.Text);
        Assert.StartsWith(language == "de" ? "Hallo Ana" : "Hi Ana", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Whatever_is_known_a_draft_names_no_number_of_ours_and_can_be_saved(Intent intent, string language) =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.Const("")), Gen.OneOf(Gen.String, Gen.Const("Dr. Ana Fox")), Gen.Int[0, 3_000]).Sample(
            (subject, name, daysAgo) =>
            {
                var draft = Write(intent, With(name, new Topic(subject, Now.AddDays(-daysAgo))), language);
                Assert.InRange(draft.Subject.Length, 1, Draft.MaxSubject);
                Assert.DoesNotContain(draft.Subject, char.IsControl);
                Assert.InRange(draft.Html.Length, 1, Draft.MaxHtmlBytes);
                Assert.True($"{subject}{name}".Any(char.IsDigit) || !$"{draft.Subject}{draft.Text}".Any(char.IsDigit), draft.Text);
            },
            iter: 200);

    [Fact]
    public void Without_a_name_or_a_topic_it_stays_plain()
    {
        var draft = Write(Intent.CheckIn, With("afox@there.example", null), "en");

        Assert.StartsWith("Hello,\n\nYou came to my mind today.", draft.Text, StringComparison.Ordinal);
        Assert.Equal("How are you?", draft.Subject);
    }

    [Theory]
    [InlineData("Dr. Ana Fox", "en", "Dear Dr. Fox,")]
    [InlineData("Frau Ana Fox", "de", "Guten Tag Frau Fox,")]
    [InlineData("Ana Fox", "de", "Hallo Ana,")]
    public void The_greeting_fits_how_the_name_is_written(string name, string language, string greeting) =>
        Assert.StartsWith(greeting + "\n", Write(Intent.CheckIn, With(name, null), language).Text, StringComparison.Ordinal);

    [Fact]
    public void Two_people_are_introduced_by_name_and_company_in_one_mail_to_both()
    {
        var (ana, ben) = (With("Ana Fox", null), With("Ben Holt", null, "ben@elsewhere.example", "Elsewhere"));
        var draft = Templates.Write(Template.BuiltIn(Intent.Introduce, Words.English), DraftFacts.Of(ana, ben, "Olga Owner", Now, Words.English)).Draft!;

        Assert.Equal(["ana.fox@there.example", "ben@elsewhere.example"], draft.To.Select(a => a.Value));
        Assert.Equal("Ana, meet Ben", draft.Subject);
        Assert.StartsWith("Hi Ana and Ben,\n\nI would like to introduce two people I think highly of: Ana Fox and Ben Holt (Elsewhere).", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 20, "Our exchange on “Budget”")]
    [InlineData(20, 10, "Our meeting on “Planning”")]
    [InlineData(10, -1, "Our exchange on “Budget”")]
    public void It_remembers_the_newest_that_lies_behind(int mailDaysAgo, int meetingDaysAgo, string memory) =>
        Assert.Contains(
            memory,
            Write(Intent.CheckIn, With("Ana Fox", new("Budget", Now.AddDays(-mailDaysAgo))) with { LastMeeting = new("Planning", Now.AddDays(-meetingDaysAgo)) }, "en").Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "the other day")]
    [InlineData(20, "the other week")]
    [InlineData(21, "a few weeks ago")]
    [InlineData(60, "a few months ago")]
    [InlineData(150, "about half a year ago")]
    [InlineData(270, "about a year ago")]
    [InlineData(500, "more than a year ago")]
    [InlineData(900, "some years ago")]
    public void Time_is_told_as_people_do(int daysAgo, string words) => Assert.Contains($"” {words} came back to my mind", CheckIn("Budget", daysAgo).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("RE: Fwd:  AW: Budget", "Budget")]
    [InlineData("re:re:Budget", "Budget")]
    [InlineData("\"Budget\"", "Budget")]
    [InlineData("Budget\r\nBcc: everybody@there.example", "Budget Bcc: everybody@there.example")]
    [InlineData("Reorganisation", "Reorganisation")]
    [InlineData("[EXTERNAL] RE[2]: Budget", "Budget")]
    [InlineData("Accepted: «Budget»", "Budget")]
    [InlineData("Note: Budget", "Note: Budget")]
    public void A_subject_stands_bare_on_one_line(string subject, string bare) => Assert.Equal($"Catching up after “{bare}”", CheckIn(subject).Subject);

    [Theory]
    [InlineData("")]
    [InlineData("Re: ")]
    [InlineData("\"\"")]
    public void An_empty_subject_is_no_topic(string subject) => Assert.Equal("How are you?", CheckIn(subject).Subject);

    [Fact]
    public void Markup_and_Liquid_in_names_and_subjects_stay_text()
    {
        var draft = Write(Intent.CheckIn, With("<img/src=x> Fox", new Topic("<script>alert('x')</script> {{ closing }} {% if %}", Now.AddDays(-200))), "en");

        Assert.DoesNotContain("<script", draft.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", draft.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; {{ closing }} {% if %}", draft.Html, StringComparison.Ordinal);
        Assert.Contains("<script>alert('x')</script> {{ closing }} {% if %}", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hi {{ name }", 1, "'}}'")]
    [InlineData("Hi\n{{ nmae }}", 2, "There is no value «nmae»")]
    [InlineData("Hi\n{% if topic %}\n{{ first_nam }}\n{% endif %}", 3, "There is no value «first_nam»")]
    [InlineData("Hi\n\n{{ name | shout }}", 3, "There is no filter «shout»")]
    [InlineData("{{ name.length }}", 1, "There is no value «name.length»")]
    [InlineData("Hi\n{% if topic %}x", 2, "endif")]
    [InlineData("Hi\n{% frobnicate %}", 2, "Unknown tag 'frobnicate'")]
    [InlineData("{% for i in (1..1000000) %}x{% endfor %}", 1, "Unknown tag 'for'")]
    [InlineData("{% assign x = name %}", 1, "Unknown tag 'assign'")]
    [InlineData("{% include 'secret' %}", 1, "Unknown tag 'include'")]
    [InlineData("{{ name | replace: 'a', name }}", 1, "There is no filter «replace»")]
    [InlineData(" \n ", null, "It is empty")]
    public void A_template_that_cannot_be_used_is_refused_with_its_line(string text, int? line, string reason)
    {
        var fault = Templates.Check(new Template("Hello", text));

        Assert.Equal(("text", line), (fault?.Field, fault?.Line));
        Assert.Contains(reason, fault!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ name | truncate: 99999999999 }}", "cannot take the value")]
    [InlineData("{{ name | append: name | append: name | append: name | append: name }}{{ name }}", null)]
    public void A_filter_that_cannot_take_its_value_is_refused_and_not_met_by_whoever_writes(string text, string? reason) =>
        Assert.Equal(reason is null, Templates.Check(new Template("Hello", text)) is not { } fault || !fault.Reason.Contains(reason ?? "?", StringComparison.Ordinal));

    [Fact]
    public void A_template_that_makes_too_long_a_mail_is_refused_and_never_cut_in_silence() =>
        Assert.Contains("more than 4000 characters", Templates.Check(new Template("Hello", new string('x', 4_001)))!.Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(Intent.CheckIn, "en", "Dr. Ana Fox", "Best wishes,\nOlga Owner")]
    [InlineData(Intent.CheckIn, "en", "Ana Fox", "Best wishes,\nOlga")]
    [InlineData(Intent.CheckIn, "de", "Ana Fox", "Herzliche Grüße\nOlga")]
    public void It_closes_with_the_owners_name_as_it_greets(Intent intent, string language, string name, string closing) =>
        Assert.EndsWith(closing, Write(intent, With(name, null), language).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(8, true, true)]
    [InlineData(2, true, false)]
    [InlineData(8, false, false)]
    public void An_answer_names_their_mail_and_excuses_only_a_wait_there_was(int daysAgo, bool theirs, bool waited)
    {
        var at = Now.AddDays(-daysAgo);
        var history = WeeklyHistory.Of([new(default, Address("ana.fox@there.example"), at, Channel.Mail, theirs ? Direction.In : Direction.Out)]);
        var draft = Write(Intent.Answer, With("Ana Fox", new Topic("Offer", at)) with { History = history }, "en");

        Assert.Equal(theirs ? "Re: Offer" : "An answer", draft.Subject);
        Assert.Equal(theirs, draft.Text.Contains("Thank you for your mail about “Offer”", StringComparison.Ordinal));
        Assert.Equal(waited, draft.Text.Contains("sorry to have kept you waiting", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_whose_names_are_not_known_are_introduced_all_the_same()
    {
        var (ana, ben) = (With("afox@there.example", null), With("Ben Holt", null, "ben@elsewhere.example"));
        var draft = Templates.Write(Template.BuiltIn(Intent.Introduce, Words.German), DraftFacts.Of(ana, ben, string.Empty, Now, Words.German)).Draft!;

        Assert.Equal("Ein Kennenlernen", draft.Subject);
        Assert.StartsWith("Guten Tag,\n\nich möchte gern zwei Menschen miteinander bekannt machen", draft.Text, StringComparison.Ordinal);
        Assert.EndsWith("Herzliche Grüße", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void What_the_product_came_with_can_be_used(Intent intent, string language) =>
        Assert.Null(Templates.Check(Template.BuiltIn(intent, language == "de" ? Words.German : Words.English)));

    [Fact]
    public void Whatever_is_written_it_is_refused_or_makes_a_draft_that_can_be_saved() =>
        Gen.OneOf("{{", "}}", "{%", "%}", " name ", " topic ", "if", "endif", "else", "unless", "case", "when", "raw", "endraw", "comment", "|", "append:", "default:", "'x'", "\n", "==", "and", "a", "(", "..").List[0, 25]
            .Select(parts => string.Join(' ', parts)).Sample(
                text =>
                {
                    var template = new Template("x", "x" + text);
                    if (Templates.Check(template) is { } fault)
                    {
                        return fault.Reason.Length > 1;
                    }

                    return Templates.Write(template, DraftFacts.Of(With("Ana Fox", null), null, "Olga Owner", Now, Words.English)).Draft is not { } draft || draft.Html.Length <= Draft.MaxHtmlBytes;
                },
                iter: 3_000);

    private static Draft CheckIn(string subject, int daysAgo = 200) => Write(Intent.CheckIn, With("Ana Fox", new Topic(subject, Now.AddDays(-daysAgo))), "en");

    private static Draft Write(Intent intent, Relationship with, string language)
    {
        var words = language == "de" ? Words.German : Words.English;
        return Templates.Write(Template.BuiltIn(intent, words), DraftFacts.Of(with, intent == Intent.Introduce ? with : null, "Olga Owner", Now, words)).Draft!;
    }

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text);

    private static Relationship With(string name, Topic? subject, string address = "ana.fox@there.example", string? company = null) =>
        new(new Person(1, name, [Address(address)], Company: company), WeeklyHistory.Empty, subject, null);
}
