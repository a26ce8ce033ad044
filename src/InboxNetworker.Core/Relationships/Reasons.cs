using System.Collections.Immutable;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;

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
        var mails = Phrases.Count(standing.Mails, "mail", "mails");
        var met = standing.Met == 1 ? "once" : Phrases.Count(standing.Met, "time", "times");
        var what = (standing.Mutual, standing.Mails, standing.Met) switch
        {
            (_, 0, _) => $"You met {met}",
            (_, _, > 0) when standing.Sent == 0 => $"You received {mails} and met {met}",
            (_, _, > 0) when standing.Received == 0 => $"You sent {mails} and met {met}",
            (_, _, > 0) => $"You exchanged {mails} and met {met}",
            (true, _, _) => $"You exchanged {mails}",
            _ when standing.Sent > 0 => $"You sent {mails}",
            _ => $"You received {mails}",
        };
        var weeks = standing.Weeks == 1 ? "in one week" : $"in {standing.Weeks} different weeks";
        var silence = standing.Silence >= WorthSaying ? $"; nothing for {Phrases.Length(standing.Last, now)}" : string.Empty;
        return new Reason("exchange", $"{what} {weeks}, {When(past.Weeks, standing.Count)}{silence}.");
    }

    /// <summary>The thirteen weeks that hold most of what happened, where any do; else from first to last.</summary>
    private static string When(ImmutableArray<ActiveWeek> weeks, int count)
    {
        var (first, last) = (weeks[0], weeks[^1]);
        if (last.Week.Index - first.Week.Index < BusyWeeks)
        {
            return (weeks.Length == 1 ? string.Empty : "all ") + Phrases.Months(first.First, last.Last);
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
            ? "most " + Phrases.Months(weeks[bestFrom].First, weeks[bestTo].Last)
            : Phrases.Months(first.First, last.Last);
    }

    private static Reason LastWord(Person person, LastContact last)
    {
        var on = Phrases.Day(last.At);
        return new Reason("last-word", last switch
        {
            { Channel: Channel.Meeting } => $"You last met on {on}.",
            { Direction: Direction.Out } => $"You wrote last, on {on}.",
            _ => $"{person.ShortName} wrote last, on {on}; you have not written since.",
        });
    }

    private static Reason? Rhythm(in Standing standing)
    {
        if (standing.RhythmDays is not { } days || standing.Weeks < Rhythms.FewestWeeks || standing.Silence.TotalDays < 2 * days || standing.Silence < WorthSaying)
        {
            return null;
        }

        var often = Phrases.Often(days);
        return often is null ? null : new Reason("rhythm", $"Before, you were in touch {often}.");
    }

    private static Reason? Topic(Relationship relationship, DateTimeOffset now)
    {
        var (subject, meeting) = (Past(relationship.LastSubject), Past(relationship.LastMeeting));
        return (subject, meeting) switch
        {
            (null, null) => null,
            (not null, _) when meeting is null || subject.At >= meeting.At => new Reason("topic", $"Your last mail was about «{subject.Text}»."),
            _ => new Reason("topic", $"Your last meeting was «{meeting!.Text}»."),
        };

        Topic? Past(Topic? topic) => topic is not null && topic.At <= now && !string.IsNullOrWhiteSpace(topic.Text) ? topic : null;
    }
}
