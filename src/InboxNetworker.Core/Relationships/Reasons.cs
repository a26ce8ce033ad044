using System.Collections.Immutable;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Relationships;

/// <summary>Why a relationship is worth a line: at most three sentences with counts and dates, all of them true to the history.</summary>
internal static class Reasons
{
    public const int Most = 3;
    private const int BusyWeeks = 13;
    private static readonly TimeSpan WorthSaying = TimeSpan.FromDays(21);

    /// <param name="past">The history up to <paramref name="now"/>; not empty.</param>
    /// <param name="reserved">Why they stand where they would not by their rank (<see cref="Placed{T}.Reserved"/>); null for most.</param>
    public static IReadOnlyList<Reason> For(Relationship relationship, WeeklyHistory past, in Standing standing, LastContact last, Reason? reserved, DateTimeOffset now) =>
        [.. new[] { Exchange(past, standing, now), reserved, LastWord(relationship.Person, last), Rhythm(standing), Topic(relationship, now) }.OfType<Reason>().Take(Most)];

    private static Reason Exchange(WeeklyHistory past, in Standing standing, DateTimeOffset now)
    {
        var what = (standing.Mutual, standing.Mails, standing.Met) switch
        {
            (_, 0, _) => Exchanged.Met,
            (_, _, > 0) when standing.Sent == 0 => Exchanged.ReceivedAndMet,
            (_, _, > 0) when standing.Received == 0 => Exchanged.SentAndMet,
            (_, _, > 0) => Exchanged.MailsAndMet,
            (true, _, _) => Exchanged.Mails,
            _ when standing.Sent > 0 => Exchanged.Sent,
            _ => Exchanged.Received,
        };
        var (part, first, last) = When(past.Weeks, standing.Count);
        var silence = standing.Silence >= WorthSaying ? Words.Current.Length(standing.Last, now) : null;
        return new Reason("exchange", Words.Current.Exchange(what, standing.Mails, standing.Met, standing.Weeks, part, first, last, silence));
    }

    /// <summary>The thirteen weeks that hold most of what happened, where any do; else from first to last.</summary>
    private static (Part Part, DateTimeOffset First, DateTimeOffset Last) When(ImmutableArray<ActiveWeek> weeks, int count)
    {
        var (first, last) = (weeks[0], weeks[^1]);
        if (last.Week.Index - first.Week.Index < BusyWeeks)
        {
            return (weeks.Length == 1 ? Part.Whole : Part.All, first.First, last.Last);
        }

        int best = 0, bestFrom = 0, bestTo = 0, sum = 0;
        for (int from = 0, to = 0; to < weeks.Length; to++)
        {
            sum += weeks[to].Count;
            while (weeks[to].Week.Index - weeks[from].Week.Index >= BusyWeeks)
            {
                sum -= weeks[from++].Count;
            }

            if (sum >= best)
            {
                (best, bestFrom, bestTo) = (sum, from, to);
            }
        }

        return best * 2 > count
            ? (Part.Most, weeks[bestFrom].First, weeks[bestTo].Last)
            : (Part.Whole, first.First, last.Last);
    }

    private static Reason LastWord(Person person, LastContact last) => new("last-word", last switch
    {
        { Channel: Channel.Meeting } => Words.Current.LastMet(last.At),
        { Direction: Direction.Out } => Words.Current.YouWroteLast(last.At),
        _ => Words.Current.TheyWroteLast(person.ShortName, last.At),
    });

    private static Reason? Rhythm(in Standing standing)
    {
        if (standing.RhythmDays is not { } days || standing.Weeks < Rhythms.FewestWeeks || standing.Silence.TotalDays < 2 * days || standing.Silence < WorthSaying)
        {
            return null;
        }

        return Words.Current.Often(days) is { } often ? new Reason("rhythm", Words.Current.Before(often)) : null;
    }

    private static Reason? Topic(Relationship relationship, DateTimeOffset now)
    {
        var (subject, meeting) = (Past(relationship.LastSubject), Past(relationship.LastMeeting));
        return (subject, meeting) switch
        {
            (null, null) => null,
            (not null, _) when meeting is null || subject.At >= meeting.At => new Reason("topic", Words.Current.LastMail(subject.Text)),
            _ => new Reason("topic", Words.Current.LastMeeting(meeting!.Text)),
        };

        Topic? Past(Topic? topic) => topic is not null && topic.At <= now && !string.IsNullOrWhiteSpace(topic.Text) ? topic : null;
    }
}
