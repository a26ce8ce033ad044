using System.Net;
using CsCheck;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Drafts;

public sealed class FollowUpTests
{
    [Fact]
    public void It_greets_remembers_and_asks()
    {
        var draft = For("Re: Budget review", daysAgo: 200);
        Assert.Equal(["ana.fox@there.example"], draft.To);
        Assert.Equal("How are things since “Budget review”?", draft.Subject);
        Assert.StartsWith("Hi Ana,\n\nI was thinking of our exchange about “Budget review” about half a year ago", draft.Text, StringComparison.Ordinal);
        Assert.Equal(4, draft.Html.Split("<p>").Length - 1);
    }

    [Fact]
    public void Without_a_name_or_a_topic_it_stays_plain()
    {
        var draft = FollowUp.For(With(History(BothWays(200)), name: "afox@there.example"), Now);
        Assert.StartsWith("Hello,\n\nYou came to my mind today.", draft.Text, StringComparison.Ordinal);
        Assert.Equal("How are you?", draft.Subject);
    }

    [Theory]
    [InlineData(10, 20, "our exchange about “Budget”")]
    [InlineData(20, 10, "our meeting about “Planning”")]
    [InlineData(10, -1, "our exchange about “Budget”")]
    public void It_remembers_the_newest_that_lies_behind(int mailDaysAgo, int meetingDaysAgo, string memory) =>
        Assert.Contains(memory, FollowUp.For(With(History(BothWays(20)), subject: new("Budget", Now.AddDays(-mailDaysAgo)), meeting: new("Planning", Now.AddDays(-meetingDaysAgo))), Now).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "the other day")]
    [InlineData(20, "the other week")]
    [InlineData(21, "a few weeks ago")]
    [InlineData(60, "a few months ago")]
    [InlineData(150, "about half a year ago")]
    [InlineData(270, "about a year ago")]
    [InlineData(500, "a couple of years ago")]
    [InlineData(900, "some years ago")]
    public void Time_is_told_as_people_do(int daysAgo, string words) => Assert.Contains($"” {words} and wondered", For("Budget", daysAgo).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("RE: Fwd:  AW: Budget", "Budget")]
    [InlineData("re:re:Budget", "Budget")]
    [InlineData("\"Budget\"", "Budget")]
    [InlineData("Budget\r\nBcc: everybody@there.example", "Budget Bcc: everybody@there.example")]
    [InlineData("Reorganisation", "Reorganisation")]
    public void A_subject_stands_bare_on_one_line(string subject, string bare) => Assert.Equal($"How are things since “{bare}”?", For(subject).Subject);

    [Theory]
    [InlineData("")]
    [InlineData("Re: ")]
    [InlineData("\"\"")]
    public void An_empty_subject_is_no_topic(string subject) => Assert.Equal("How are you?", For(subject).Subject);

    [Fact]
    public void Markup_in_names_and_subjects_stays_text()
    {
        var draft = FollowUp.For(With(History(BothWays(200)), "<img/src=x> Fox", new Topic("<script>alert('x')</script> & more", Now.AddDays(-200))), Now);
        Assert.DoesNotContain("<script", draft.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", draft.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; more", draft.Html, StringComparison.Ordinal);
        Assert.Contains("<script>alert('x')</script> & more", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_no_counts_and_no_dates() =>
        Gen.Select(Arbitrary.PastContacts, Gen.Int[0, 3000]).Sample((contacts, daysAgo) =>
        {
            var relationship = With(History(contacts), subject: new Topic("Budget", Now.AddDays(-daysAgo)));
            var draft = FollowUp.For(relationship, Now);
            return !draft.Text.Any(char.IsDigit) && !draft.Subject.Any(char.IsDigit);
        });

    [Fact]
    public void Whatever_the_subject_the_draft_can_be_sent() =>
        Gen.Select(Gen.OneOf(Gen.String, Emoji), Gen.OneOf(Gen.String, Emoji)).Sample((subject, name) => IsSendable(
            FollowUp.For(With(History(BothWays(9)), name, new Topic(subject, Now.AddDays(-9))), Now), $"{subject}{name}"));

    [Fact]
    public void Whatever_the_text_the_draft_can_be_sent_and_both_forms_say_the_same() =>
        Gen.Select(Gen.OneOf(Gen.String, Emoji), Gen.OneOf(Gen.String, Lines)).Sample((subject, text) =>
        {
            var draft = Draft.FromText("ana@there.example", subject, text);
            IsSendable(draft, subject + text);
            var read = WebUtility.HtmlDecode(draft.Html.Replace("<p>", "\n", StringComparison.Ordinal).Replace("</p>", "\n", StringComparison.Ordinal).Replace("<br>", "\n", StringComparison.Ordinal));
            Assert.Equal(Words(draft.Text), Words(read));
        });

    [Theory]
    [InlineData(255, 255)]
    [InlineData(256, 255)]
    public void A_subject_has_at_most_255_characters(int length, int kept) =>
        Assert.Equal(kept, Draft.FromText("ana@there.example", new string('x', length), "Hi").Subject.Length);

    [Fact]
    public void An_emoji_is_not_cut_in_half()
    {
        var draft = Draft.FromText("ana@there.example", new string('x', 254) + "😀", "Hi");
        Assert.Equal(new string('x', 254), draft.Subject);
        Assert.Contains("“" + string.Concat(Enumerable.Repeat("😀", 39)) + "…”", For(string.Concat(Enumerable.Repeat("😀", 60))).Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb", "<p>a<br>b</p>")]
    [InlineData("a\r\n\r\nb", "<p>a</p><p>b</p>")]
    [InlineData("\n\na\n", "<p>a</p>")]
    [InlineData("a\n\n\n\nb", "<p>a</p><p>b</p>")]
    [InlineData("a\n\n\nb", "<p>a</p><p>b</p>")]
    [InlineData("  ", "")]
    public void Empty_lines_make_paragraphs(string text, string html) => Assert.Equal(html, Draft.FromText("ana@there.example", "x", text).Html);

    private static readonly Gen<string> Emoji = Gen.Select(Gen.Int[0, 300], Gen.Int[0, 2], (n, x) => new string('x', x) + string.Concat(Enumerable.Repeat("😀", n)));

    private static readonly Gen<string> Lines = Gen.OneOf("a", "<b>", "&amp;", "\n", "\r\n", "\n\n", " ", "é").List[0, 20].Select(parts => string.Concat(parts));

    private static Draft For(string subject, int daysAgo = 200) => FollowUp.For(With(History(BothWays(200)), subject: new Topic(subject, Now.AddDays(-daysAgo))), Now);

    private static void IsSendable(Draft draft, string source)
    {
        Assert.True(draft.Subject.Length <= Draft.MaxSubject);
        Assert.DoesNotContain(draft.Subject, char.IsControl);
        if (IsWhole(source))
        {
            Assert.True(IsWhole(draft.Subject) && IsWhole(draft.Text));
        }
    }

    /// <summary>No half of a surrogate pair without the other.</summary>
    private static bool IsWhole(string text) => !text.EnumerateRunes().Any(r => r.Value == 0xFFFD);

    private static string[] Words(string text) =>
        text.Where(c => !char.IsControl(c) || char.IsWhiteSpace(c)).Aggregate(new System.Text.StringBuilder(), (b, c) => b.Append(c)).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
