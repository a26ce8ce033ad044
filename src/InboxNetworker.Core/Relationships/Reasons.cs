using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Relationships;

/// <summary>Why a relationship is worth a line: at most three sentences with counts and dates, all of them true to the history.</summary>
internal static class Reasons
{
    private const int Most = 3;
    private const int BusyWeeks = 13;
    private static readonly TimeSpan WorthSaying = TimeSpan.FromDays(21);

    public static IReadOnlyList<Reason> For(Relationship relationship, Standing standing, DateTimeOffset now) =>
        [.. new[] { Exchange(standing, now), LastWord(relationship, standing), Rhythm(standing), Topic(relationship, now) }.OfType<Reason>().Take(Most)];

    private static Reason Exchange(Standing standing, DateTimeOffset now)
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
        var weeks = standing.Weeks.Count == 1 ? "in one week" : $"in {standing.Weeks.Count} different weeks";
        var silence = standing.Silence >= WorthSaying ? $"; nothing for {Phrases.Length(standing.Last.At, now)}" : string.Empty;
        return new Reason("exchange", $"{what} {weeks}, {When(standing)}{silence}.");
    }

    /// <summary>The thirteen weeks that hold most of what happened, where any do; else from first to last.</summary>
    private static string When(Standing standing)
    {
        var (first, last) = (standing.Weeks[0], standing.Weeks[^1]);
        if (last.Week.Index - first.Week.Index < BusyWeeks)
        {
            return (standing.Weeks.Count == 1 ? string.Empty : "all ") + Phrases.Months(first.First, last.Last);
        }

        int best = 0, bestFrom = 0, bestTo = 0, sum = 0;
        for (int from = 0, to = 0; to < standing.Weeks.Count; to++)
        {
            sum += standing.Weeks[to].Count;
            while (standing.Weeks[to].Week.Index - standing.Weeks[from].Week.Index >= BusyWeeks)
            {
                sum -= standing.Weeks[from++].Count;
            }

            if (sum >= best)
            {
                (best, bestFrom, bestTo) = (sum, from, to);
            }
        }

        return best * 2 > standing.Count
            ? "most " + Phrases.Months(standing.Weeks[bestFrom].First, standing.Weeks[bestTo].Last)
            : Phrases.Months(first.First, last.Last);
    }

    private static Reason LastWord(Relationship relationship, Standing standing)
    {
        var on = Phrases.Day(standing.Last.At);
        return new Reason("last-word", standing.Last switch
        {
            { Channel: Channel.Meeting } => $"You last met on {on}.",
            { Direction: Direction.Out } => $"You wrote last, on {on}.",
            _ => $"{relationship.Person.ShortName} wrote last, on {on}.",
        });
    }

    private static Reason? Rhythm(Standing standing)
    {
        if (standing.RhythmDays is not { } days || standing.Weeks.Count < 6 || standing.Silence.TotalDays < 2 * days || standing.Silence < WorthSaying)
        {
            return null;
        }

        var often = days switch
        {
            < 10.5 => "nearly every week",
            < 60 => $"about every {Math.Round(days / 7, MidpointRounding.AwayFromZero):0} weeks",
            < 330 => $"about every {Math.Round(days / 30.44, MidpointRounding.AwayFromZero):0} months",
            < 550 => "about once a year",
            _ => null,
        };
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
