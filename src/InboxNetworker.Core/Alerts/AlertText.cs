using System.Globalization;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Alerts;

/// <summary>How an alert is told: one sentence with a date, true to the history; no blame, no counting.</summary>
public static class AlertText
{
    /// <summary>A name or subject longer than this, in UTF-16 units, is cut.</summary>
    public const int LongestName = 60, LongestTopic = 80;

    private const int NamedAtMost = 3;
    private static readonly TimeSpan Shown = TimeSpan.FromDays(14);

    /// <param name="people">Among whom to look for those who come to the same meeting; nobody else of it is used.</param>
    public static Alert Of(Sign sign, Relationship with, IEnumerable<Relationship> people, WorkingHours hours, DateTimeOffset now)
    {
        var person = with.Person;
        var isMeeting = sign.Kind == AlertKind.MeetingSoon;
        var name = OneLine(person.Name, LongestName);
        return new Alert(
            sign,
            person.Address,
            name,
            Title(sign.Kind, name),
            Sentence(sign, with, hours, now),
            isMeeting ? [.. Topics(with, now), .. AlsoThere(sign, with, people)] : [.. Topics(with, now).Take(1)],
            isMeeting ? hours.DayOf(sign.Anchor) : hours.DayOf(now),
            isMeeting ? sign.Anchor : now + Shown);
    }

    /// <summary>As safe in a mail's header, a calendar's line and a list as it is in a sentence.</summary>
    public static string OneLine(string? text, int longest)
    {
        var plain = string.Join(' ', string.Concat((text ?? string.Empty).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return plain.Length <= longest ? plain : plain[..(char.IsHighSurrogate(plain[longest - 2]) ? longest - 2 : longest - 1)] + "…";
    }

    private static string Title(AlertKind kind, string name) => kind switch
    {
        AlertKind.MeetingSoon => $"Before you meet {name}",
        AlertKind.WaitsForAnswer => $"Answer {name}",
        AlertKind.NoAnswer => $"Ask {name} again",
        _ => $"Write to {name}",
    };

    private static string Sentence(Sign sign, Relationship with, WorkingHours hours, DateTimeOffset now)
    {
        var name = OneLine(with.Person.ShortName, LongestName);
        var past = with.History.UpTo(now);
        var last = past.Weeks[^1].Last;
        return sign.Kind switch
        {
            AlertKind.MeetingSoon => $"You meet {name} on {Moment(sign.Anchor, hours)}{Named(with.NextMeeting)}; you were last in touch on {Words.English.Day(last)}, {Words.English.Length(last, now)} ago.",
            AlertKind.WaitsForAnswer => $"{name} wrote on {Words.English.Day(sign.Anchor)}{Named(with.LastSubject is { } subject && subject.At == sign.Anchor ? subject : null)}; you have not written since.",
            AlertKind.NoAnswer => $"You wrote to {name} on {Words.English.Day(last)}, and nothing has come back yet; usually {name} answers.",
            _ when with.Word.Preferences.EveryWeeks is { } every => $"{Words.English.Wish(every, Suggestible.DaysSince(last, now)).TrimEnd('.')}, since {Words.English.Day(last)}.",
            AlertKind.TurnsFading => $"You and {name} were last in touch on {Words.English.Day(last)}, {Words.English.Length(last, now)} ago{Usually(past, now)}.",
            _ => $"You and {name} have not been in touch since {Words.English.Day(last)}, for {Words.English.Length(last, now)}{Usually(past, now)}.",
        };
    }

    private static string Usually(WeeklyHistory past, DateTimeOffset now) =>
        Standing.TryOf(new HeldWeeks(past), now, out var standing) && standing.RhythmDays is { } days && Words.English.Often(days) is { } often ? $"; before, {often}" : string.Empty;

    private static string Moment(DateTimeOffset at, WorkingHours hours) => hours.Local(at).ToString("dddd, d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    private static string Named(Topic? topic) => Topic(topic) is { Length: > 0 } text ? $" («{text}»)" : string.Empty;

    private static string Topic(Topic? topic) => OneLine(topic?.Text, LongestTopic);

    private static IEnumerable<string> Topics(Relationship with, DateTimeOffset now)
    {
        var topics = new List<(Topic Topic, string Text)>();
        if (with.LastSubject is { } subject && subject.At <= now && Topic(subject).Length > 0)
        {
            topics.Add((subject, $"Your last mail was about «{Topic(subject)}», on {Words.English.Day(subject.At)}."));
        }

        if (with.LastMeeting is { } meeting && meeting.At <= now && Topic(meeting).Length > 0)
        {
            topics.Add((meeting, $"Your last meeting was «{Topic(meeting)}», on {Words.English.Day(meeting.At)}."));
        }

        return topics.OrderByDescending(t => t.Topic.At).Select(t => t.Text);
    }

    private static IEnumerable<string> AlsoThere(Sign sign, Relationship with, IEnumerable<Relationship> people)
    {
        var others = people.Where(p => p.Noise is null && p.Person.Id != with.Person.Id && p.NextMeeting?.At == sign.Anchor && p.NextMeeting.Text == with.NextMeeting?.Text)
            .Select(p => OneLine(p.Person.Name, LongestName)).Order(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            var more = others.Count - NamedAtMost;
            yield return more > 0 ? $"Also there: {string.Join(", ", others.Take(NamedAtMost))} and {(more == 1 ? "1 other" : $"{more} others")}."
                : others.Count == 1 ? $"Also there: {others[0]}."
                : $"Also there: {string.Join(", ", others.SkipLast(1))} and {others[^1]}.";
        }
    }
}
