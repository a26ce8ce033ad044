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
    public static Alert Of(Sign sign, Relationship with, IEnumerable<Relationship> people, WorkingHours hours, DateTimeOffset now, Words say)
    {
        var person = with.Person;
        var isMeeting = sign.Kind == AlertKind.MeetingSoon;
        var name = OneLine(person.Name, LongestName);
        return new Alert(
            sign,
            person.Address,
            name,
            say.AlertTitle(sign.Kind, name),
            Sentence(sign, with, hours, now, say),
            isMeeting ? [.. Topics(with, hours, now, say), .. AlsoThere(sign, with, people, say)] : [.. Topics(with, hours, now, say).Take(1)],
            isMeeting ? hours.DayOf(sign.Anchor) : hours.DayOf(now),
            isMeeting ? sign.Anchor : now + Shown);
    }

    /// <summary>As safe in a mail's header, a calendar's line and a list as it is in a sentence.</summary>
    public static string OneLine(string? text, int longest)
    {
        var plain = Wording.OneLine.Of(text);
        return plain.Length <= longest ? plain : plain[..(char.IsHighSurrogate(plain[longest - 2]) ? longest - 2 : longest - 1)] + "…";
    }

    private static string Sentence(Sign sign, Relationship with, WorkingHours hours, DateTimeOffset now, Words say)
    {
        var name = OneLine(with.Person.ShortName, LongestName);
        var past = with.History.UpTo(now);
        var last = past.Weeks[^1].Last;
        return sign.Kind switch
        {
            AlertKind.MeetingSoon => say.MeetingAfterLong(name, hours.Local(sign.Anchor), Told(with.NextMeeting), On(last), On(now)),
            AlertKind.WaitsForAnswer => say.WaitsForAnswer(name, On(sign.Anchor), with.LastSubject is { } subject && subject.At == sign.Anchor ? Told(subject) : null),
            AlertKind.NoAnswer => say.NoAnswer(name, On(last)),
            _ when with.Word.Preferences.EveryWeeks is { } every => say.WishPassed(every, Suggestible.DaysSince(last, now), On(last)),
            AlertKind.TurnsFading => say.TurnsFading(name, On(last), On(now), Rhythm(past, now)),
            _ => say.BecomesDormant(name, On(last), On(now), Rhythm(past, now)),
        };

        DateTimeOffset On(DateTimeOffset at) => hours.OnTheClock(at);
    }

    private static double? Rhythm(WeeklyHistory past, DateTimeOffset now) => Standing.TryOf(new HeldWeeks(past), now, out var standing) ? standing.RhythmDays : null;

    /// <returns>Null for nothing, and for what says nothing.</returns>
    private static string? Told(Topic? topic) => OneLine(topic?.Text, LongestTopic) is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Topics(Relationship with, WorkingHours hours, DateTimeOffset now, Words say)
    {
        var topics = new List<(DateTimeOffset At, string Text)>();
        if (with.LastSubject is { } mail && mail.At <= now && Told(mail) is { } subject)
        {
            topics.Add((mail.At, say.LastMailOn(subject, hours.OnTheClock(mail.At))));
        }

        if (with.LastMeeting is { } meeting && meeting.At <= now && Told(meeting) is { } title)
        {
            topics.Add((meeting.At, say.LastMeetingOn(title, hours.OnTheClock(meeting.At))));
        }

        return topics.OrderByDescending(t => t.At).Select(t => t.Text);
    }

    private static IEnumerable<string> AlsoThere(Sign sign, Relationship with, IEnumerable<Relationship> people, Words say)
    {
        var others = people.Where(p => p.Noise is null && p.Person.Id != with.Person.Id && p.NextMeeting?.At == sign.Anchor && p.NextMeeting.Text == with.NextMeeting?.Text)
            .Select(p => OneLine(p.Person.Name, LongestName)).Order(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? [] : [say.AlsoThere([.. others.Take(NamedAtMost)], Math.Max(0, others.Count - NamedAtMost))];
    }
}
