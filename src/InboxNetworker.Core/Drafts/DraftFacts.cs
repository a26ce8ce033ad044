using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Drafts;

/// <summary>What a template may speak of, and nothing beyond it: no counts, no dates, no number of the model. Every text is one line without control characters, but for the closing, which may have a name below it.</summary>
public sealed class DraftFacts
{
    private const int LongestName = 80, LongestTopic = 80;

    /// <summary>What programs write before a subject, in English and German; <c>RE[2]:</c> is one too.</summary>
    private static readonly string[] Prefixes =
        ["re", "fw", "fwd", "aw", "wg", "sv", "antw", "accepted", "declined", "tentative", "canceled", "cancelled", "invitation", "updated invitation", "zugesagt", "abgesagt", "mit vorbehalt", "einladung", "automatic reply", "automatische antwort"];

    private static readonly string[] Marks = ["[external]", "[extern]", "[ext]"];

    /// <summary>So long somebody has waited who is owed a word about it.</summary>
    private static readonly TimeSpan Waited = TimeSpan.FromDays(7);

    private DraftFacts(IReadOnlyList<EmailAddress> to, IReadOnlyDictionary<string, object?> values) => (To, Values) = (to, values);

    public IReadOnlyList<EmailAddress> To { get; }

    /// <summary>By the names in <see cref="Names"/>: a text, true or false, or null for what is not known.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; }

    /// <summary>What a template can call by name, in the order in which it is explained.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["greeting", "name", "first_name", "formal", "topic", "met", "ago", "subject", "waited", "company", "department", "job_title", "other_name", "other_first_name", "other_company", "closing"];

    /// <summary>What a template is tried with: everything known and as long as can be, the same without a title or a meeting, and nothing known.</summary>
    public static IReadOnlyList<DraftFacts> Extremes { get; } = [Extreme(true, true), Extreme(true, false), Extreme(false, false)];

    /// <param name="other">To be introduced to them; null but for <see cref="Intent.Introduce"/>.</param>
    /// <param name="owner">The name of who writes; empty where it is not known.</param>
    public static DraftFacts Of(Relationship with, Relationship? other, string owner, DateTimeOffset now, Words say)
    {
        var person = with.Person;
        var topic = LastTopic(with, now);
        var (called, subject) = (Call(person), Subject(with, now));
        return new(
            other is null ? [person.Address] : [person.Address, other.Person.Address],
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["greeting"] = say.Greeting(other is null ? [called] : [called, Call(other.Person)]),
                ["name"] = Name(person),
                ["first_name"] = FirstName(person),
                ["formal"] = called?.Formal == true,
                ["topic"] = topic is null ? null : Bare(topic.Text),
                ["met"] = topic is not null && topic == with.LastMeeting,
                ["ago"] = topic is null ? null : say.Ago(now - topic.At),
                ["subject"] = subject is null ? null : Bare(subject.Text),
                ["waited"] = subject is not null && now - subject.At >= Waited,
                ["company"] = OrNull(Line(person.Company, LongestName)),
                ["department"] = OrNull(Line(person.Department, LongestName)),
                ["job_title"] = OrNull(Line(person.JobTitle, LongestName)),
                ["other_name"] = other is null ? null : Name(other.Person),
                ["other_first_name"] = other is null ? null : FirstName(other.Person),
                ["other_company"] = other is null ? null : OrNull(Line(other.Person.Company, LongestName)),
                ["closing"] = say.Closing(Signature(owner, called?.Formal == true)),
            });
    }

    private static DraftFacts Extreme(bool known, bool yes) => new(
        [],
        Names.ToDictionary(
            name => name,
            name => (object?)(name is "formal" or "met" or "waited" ? yes : known || name is "greeting" or "name" or "closing" ? new string('x', LongestName) : null),
            StringComparer.Ordinal));

    /// <summary>What the two last wrote or met about: the newest that lies behind; null where neither has words.</summary>
    private static Topic? LastTopic(Relationship relationship, DateTimeOffset now) =>
        new[] { relationship.LastSubject, relationship.LastMeeting }
            .OfType<Topic>()
            .Where(t => t.At <= now && Bare(t.Text).Length > 0)
            .MaxBy(t => t.At);

    /// <summary>The subject of the mail that the owner has not answered: the newest one, where it was they who wrote it. Null where there is none.</summary>
    public static Topic? Subject(Relationship with, DateTimeOffset now) =>
        with.LastSubject is { } last && last.At <= now && Bare(last.Text).Length > 0 && with.History.Weeks.Any(w => w.Received.Count > 0 && w.Received.Last == last.At) ? last : null;

    /// <summary>A subject without «Re:» and its like, short enough to stand in a sentence.</summary>
    public static string Bare(string subject)
    {
        var bare = Draft.OneLine(subject, int.MaxValue).Trim();
        for (var length = -1; length != bare.Length;)
        {
            length = bare.Length;
            bare = WithoutPrefix(bare).Trim();
        }

        return Line(bare.Trim('"', '“', '”', '„', '«', '»'), LongestTopic);
    }

    private static string WithoutPrefix(string subject)
    {
        if (Marks.FirstOrDefault(m => subject.StartsWith(m, StringComparison.OrdinalIgnoreCase)) is { } mark)
        {
            return subject[mark.Length..];
        }

        var colon = subject.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Prefixes.Contains(subject[..colon].TrimEnd(']', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('[', '(').Trim(), StringComparer.OrdinalIgnoreCase)
            ? subject[(colon + 1)..]
            : subject;
    }

    private static Called? Call(Person person) => DisplayName.Address(Line(person.Name, int.MaxValue)) is { } called ? called with { Name = Line(called.Name, LongestName) } : null;

    private static string Name(Person person) => Line(person.Name, LongestName);

    /// <returns>Null where the name does not tell it.</returns>
    private static string? FirstName(Person person) => DisplayName.GivenName(Name(person)) is { } given ? Line(given, LongestName) : null;

    /// <returns>Null where no name is known: mailboxes without one are named by their address.</returns>
    private static string? Signature(string owner, bool formal) => Line(owner, LongestName) is { Length: > 0 } name && !name.Contains('@', StringComparison.Ordinal) ? (formal ? name : DisplayName.GivenName(name) ?? name) : null;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static string Line(string? text, int most)
    {
        var line = Draft.OneLine(text ?? string.Empty, int.MaxValue).Trim();
        return line.Length <= most ? line : Draft.OneLine(line, most - 1).TrimEnd() + "…";
    }
}
