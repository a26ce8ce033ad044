using System.Text;
using CsCheck;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Wording;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Alerts;

/// <summary>What alerts look like outside: in a mail and in a calendar.</summary>
public sealed class ChannelTextTests
{
    private static readonly Uri Less = new("https://network.example/less?a=1&b=2"), Stop = new("https://network.example/stop");

    [Fact]
    public void A_calendars_lines_are_short_end_as_they_should_and_unfold_to_what_was_said() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char["aé漢\\;,\n\r\t "], 0, 300]).Sample((title, text) =>
        {
            var feed = CalendarFeed.Of([new FeedEntry("1@x", new DateOnly(2024, 6, 12), title, text, Now)], Words.English);
            var lines = feed.Split("\r\n");

            Assert.Equal(string.Empty, lines[^1]);
            Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= CalendarFeed.LongestLine && !line.Any(char.IsControl), line));
            var description = feed.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(l => l.StartsWith("DESCRIPTION:", StringComparison.Ordinal))["DESCRIPTION:".Length..];
            Assert.Equal(CalendarFeed.Escape(text), description);
        });

    [Fact]
    public void What_a_calendar_takes_for_its_own_is_escaped() => Assert.Equal("""a\, b\; c\\\nEND:VEVENT""", CalendarFeed.Escape("a, b; c\\\r\nEND:VEVENT\u0007"));

    [Fact]
    public void A_name_with_line_ends_and_markup_stays_a_name()
    {
        var name = AlertText.OneLine("Ana\r\nBcc: everybody@there.example\r\n\r\n<b onclick=x>", AlertText.LongestName);
        var digest = Digest.Of([new DigestEntry($"Write to {name}", name, Address("ana.fox+x@there.example"), $"You and {name}", [])], Less, Stop, Words.English);

        Assert.DoesNotContain(digest.Subject, char.IsControl);
        Assert.DoesNotContain("<b ", digest.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b onclick=x&gt;", digest.Html, StringComparison.Ordinal);
        Assert.Contains("mailto:ana.fox%2Bx@there.example", digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_names_three_at_most_with_one_link_each_and_says_the_same_in_html_and_text()
    {
        var digest = Digest.Of([.. Enumerable.Range(1, 5).Select(n => new DigestEntry($"Write to Person {n}", $"Person {n}", Address($"p{n}@there.example"), $"Since {n} & more.", [$"Topic {n}"]))], Less, Stop, Words.English);
        var plain = System.Net.WebUtility.HtmlDecode(digest.Html);

        Assert.Equal("Worth a line: Person 1, Person 2 and Person 3", digest.Subject);
        Assert.Equal(5, digest.Html.Split("<a ").Length - 1);
        foreach (var said in new[] { "Write to Person 1", "Since 3 & more.", "Topic 2", "mailto:p3@there.example", Less.AbsoluteUri, Stop.AbsoluteUri })
        {
            Assert.Contains(said, digest.Text, StringComparison.Ordinal);
            Assert.Contains(said, plain, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Person 4", digest.Html + digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cutting_a_long_name_leaves_no_half_character() =>
        Gen.Select(Gen.String, Gen.Int[2, 80]).Sample((text, longest) =>
        {
            var line = AlertText.OneLine(text + new string('x', 30) + "😀😀😀😀", longest);
            Assert.True(line.Length <= longest);
            Assert.DoesNotContain(line, char.IsControl);
        });
}
