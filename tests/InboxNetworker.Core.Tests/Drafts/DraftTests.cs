using System.Net;
using CsCheck;
using InboxNetworker.Core.Drafts;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Drafts;

public sealed class DraftTests
{
    [Fact]
    public void Whatever_the_text_the_draft_fits_the_form_and_both_forms_say_the_same() =>
        Gen.Select(Gen.OneOf(Gen.String, Emoji), Gen.OneOf(Gen.String, Lines)).Sample((subject, text) =>
        {
            var draft = From(subject, text);
            Assert.True(draft.Subject.Length <= Draft.MaxSubject);
            Assert.DoesNotContain(draft.Subject, char.IsControl);
            Assert.True(!IsWhole(subject + text) || (IsWhole(draft.Subject) && IsWhole(draft.Text)));
            var read = WebUtility.HtmlDecode(draft.Html.Replace("<p>", "\n", StringComparison.Ordinal).Replace("</p>", "\n", StringComparison.Ordinal).Replace("<br>", "\n", StringComparison.Ordinal));
            Assert.Equal(Words(draft.Text), Words(read));
        });

    [Theory]
    [InlineData('x')]
    [InlineData('\'')]
    [InlineData('€')]
    [InlineData('\u2028')]
    public void The_longest_text_is_within_what_the_form_takes(char letter) =>
        Assert.True(From("x", new string(letter, 2 * Draft.MaxText)).Html.Length <= Draft.MaxHtmlBytes);

    [Theory]
    [InlineData(255, 255)]
    [InlineData(256, 255)]
    public void A_subject_has_at_most_255_characters(int length, int kept) => Assert.Equal(kept, From(new string('x', length), "Hi").Subject.Length);

    [Fact]
    public void An_emoji_is_not_cut_in_half() => Assert.Equal(new string('x', 254), From(new string('x', 254) + "😀", "Hi").Subject);

    [Theory]
    [InlineData("a\nb", "<p>a<br>b</p>")]
    [InlineData("a\r\n\r\nb", "<p>a</p><p>b</p>")]
    [InlineData("\n\na\n", "<p>a</p>")]
    [InlineData("a\n\n\n\nb", "<p>a</p><p>b</p>")]
    [InlineData("a\n\n\nb", "<p>a</p><p>b</p>")]
    [InlineData("<b>a</b> & b", "<p>&lt;b&gt;a&lt;/b&gt; &amp; b</p>")]
    [InlineData("  ", "")]
    public void Empty_lines_make_paragraphs_and_markup_stays_text(string text, string html) => Assert.Equal(html, From("x", text).Html);

    [Fact]
    public void A_subject_with_line_ends_makes_no_header_of_its_own() => Assert.Equal("Plans Bcc: all@there.example", From("Plans\r\nBcc: all@there.example", "Hi").Subject);

    [Fact]
    public void What_turns_the_direction_or_cannot_be_seen_goes_and_joined_emoji_stay() => Assert.Equal("Plans gpj.exe 👩‍🚀", From("Pl\u200bans \u202egpj.exe 👩‍🚀", "Hi").Subject);

    private static readonly Gen<string> Emoji = Gen.Select(Gen.Int[0, 300], Gen.Int[0, 2], (n, x) => new string('x', x) + string.Concat(Enumerable.Repeat("😀", n)));

    private static readonly Gen<string> Lines = Gen.OneOf("a", "<b>", "&amp;", "\n", "\r\n", "\n\n", " ", "é").List[0, 20].Select(parts => string.Concat(parts));

    private static Draft From(string subject, string text) => Draft.FromText([Address("ana@there.example")], subject, text);

    /// <summary>No half of a surrogate pair without the other.</summary>
    private static bool IsWhole(string text) => !text.EnumerateRunes().Any(r => r.Value == 0xFFFD);

    private static string[] Words(string text) =>
        text.Where(c => !char.IsControl(c) || char.IsWhiteSpace(c)).Aggregate(new System.Text.StringBuilder(), (b, c) => b.Append(c)).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
