using System.Text;
using System.Text.Encodings.Web;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Drafts;

/// <summary>A mail ready to edit.</summary>
/// <param name="Subject">At most <see cref="MaxSubject"/> UTF-16 units, on one line.</param>
/// <param name="Html">Says the same as <paramref name="Text"/>, with every value encoded.</param>
public sealed record Draft(IReadOnlyList<string> To, string Subject, string Html, string Text)
{
    /// <summary>What Outlook's new-message form takes.</summary>
    public const int MaxSubject = 255;

    /// <summary>Outlook's new-message form takes 32 KB of html; encoding makes at worst eight characters of one.</summary>
    public const int MaxText = 4_000;

    /// <param name="text">Lines end with a line feed; an empty line separates paragraphs.</param>
    public static Draft FromText(string to, string subject, string text)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        var html = new StringBuilder();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(HtmlEncoder.Default.Encode(paragraph.Trim('\n')).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>");
        }

        return new Draft([to], OneLine(subject, MaxSubject), html.ToString(), text);
    }

    private static string OneLine(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.Where(c => !char.IsControl(c)));
        if (line.Length <= most)
        {
            return line;
        }

        // Never between the two halves of a surrogate pair.
        return line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)];
    }
}

/// <summary>The first line after a silence: short, warm, about what connected the two, and never about counts or a tool that noticed.</summary>
public static class FollowUp
{
    public static Draft For(Relationship relationship, DateTimeOffset now)
    {
        var person = relationship.Person;
        var topic = LastTopic(relationship, now);
        var (say, about) = (Words.Current, topic is null ? null : Bare(topic.Text));
        var (memory, question, end) = say.DraftText(about, topic == relationship.LastMeeting, topic is null ? TimeSpan.Zero : now - topic.At);
        var text = $"{say.Greeting(DisplayName.GivenName(person.Name))}\n\n{memory}\n\n{question}\n\n{end}";
        return Draft.FromText(person.Address.Value, say.DraftSubject(about), text);
    }

    private static Topic? LastTopic(Relationship relationship, DateTimeOffset now) =>
        new[] { relationship.LastSubject, relationship.LastMeeting }
            .OfType<Topic>()
            .Where(t => t.At <= now && Bare(t.Text).Length > 0)
            .MaxBy(t => t.At);

    /// <summary>A subject without «Re:» and its like, short enough to stand in a sentence.</summary>
    private static string Bare(string subject)
    {
        var bare = subject.Trim();
        while (Prefixes.FirstOrDefault(p => bare.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } prefix)
        {
            bare = bare[prefix.Length..].TrimStart();
        }

        bare = string.Join(' ', bare.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '“', '”');
        return bare.Length <= 80 ? bare : bare[..(char.IsHighSurrogate(bare[78]) ? 78 : 79)].TrimEnd() + "…";
    }

    private static readonly string[] Prefixes = ["re:", "fw:", "fwd:", "aw:", "wg:", "sv:", "antw:"];
}
