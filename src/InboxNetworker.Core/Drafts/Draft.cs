using System.Text;
using System.Text.Encodings.Web;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Drafts;

/// <summary>A mail ready to edit.</summary>
/// <param name="To">1 to <see cref="MaxRecipients"/>.</param>
/// <param name="Subject">At most <see cref="MaxSubject"/> UTF-16 units, on one line.</param>
/// <param name="Html">Says the same as <paramref name="Text"/>, with every value encoded; at most <see cref="MaxHtmlBytes"/>.</param>
/// <remarks>The bounds are those of Outlook's new-message form: https://learn.microsoft.com/javascript/api/outlook/office.mailbox.</remarks>
public sealed record Draft(IReadOnlyList<EmailAddress> To, string Subject, string Html, string Text)
{
    public const int MaxSubject = 255, MaxRecipients = 100, MaxHtmlBytes = 32 * 1024;

    /// <summary>Encoding makes at worst eight bytes of one character, so that a text within this is within <see cref="MaxHtmlBytes"/>.</summary>
    public const int MaxText = 4_000;

    /// <param name="text">Lines end with a line feed; an empty line separates paragraphs. What is longer than <see cref="MaxText"/> is cut.</param>
    public static Draft FromText(IReadOnlyList<EmailAddress> to, string subject, string text)
    {
        text = Cut(text.ReplaceLineEndings("\n").Trim(), MaxText);
        var html = new StringBuilder();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(HtmlEncoder.Default.Encode(paragraph.Trim('\n')).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>");
        }

        return new Draft(to, OneLine(subject, MaxSubject), html.ToString(), text);
    }

    /// <summary>As it may stand in a header.</summary>
    public static string OneLine(string text, int most) => Cut(Wording.OneLine.Of(text), most);

    /// <summary>Never between the two halves of a surrogate pair.</summary>
    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
