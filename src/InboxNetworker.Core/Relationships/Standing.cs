using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Relationships;

/// <summary>The few facts of a history that the model and the reasons rest on, as of one moment.</summary>
/// <param name="Weeks">Weeks with contact up to <c>now</c>, oldest first; never empty.</param>
/// <param name="RhythmDays">The median distance between two weeks with contact over the last <see cref="RhythmWeeks"/> of them; null for fewer than three weeks. At least 7.</param>
internal sealed record Standing(
    IReadOnlyList<ActiveWeek> Weeks,
    int Sent,
    int Received,
    int Met,
    DateTimeOffset First,
    LastContact Last,
    TimeSpan Silence,
    double? RhythmDays)
{
    private const int RhythmWeeks = 26;

    /// <summary>How many weeks of mere gatherings count beyond as many as there are weeks of direct contact: a weekly series never outweighs everything else.</summary>
    private const int MostGathered = 2;

    public int Mails => Sent + Received;

    public int Count => Mails + Met;

    /// <summary>Both sides took part: mails both ways, or a meeting.</summary>
    public bool Mutual => (Sent > 0 && Received > 0) || Met > 0;

    /// <summary>Weeks in which the owner turned to the other, or weeks in which the other did, whichever are fewer. Meetings count for both sides.</summary>
    public int MutualWeeks => Math.Min(
        Bounded(Weeks.Count(w => w.IsDirect && w.Sent.Count + w.Met.Count > 0), Weeks.Count(w => !w.IsDirect)),
        Bounded(Weeks.Count(w => w.IsDirect && w.Received.Count + w.Met.Count > 0), Weeks.Count(w => !w.IsDirect)));

    /// <summary>Null when nothing happened up to <paramref name="now"/>.</summary>
    public static Standing? Of(WeeklyHistory history, DateTimeOffset now)
    {
        var weeks = history.Weeks.Select(w => w.UpTo(now)).Where(w => w.Count > 0).ToList();
        if (weeks.Count == 0)
        {
            return null;
        }

        var last = LastOf(weeks);
        return new Standing(
            weeks,
            weeks.Sum(w => w.Sent.Count),
            weeks.Sum(w => w.Received.Count),
            weeks.Sum(w => w.Met.Count),
            weeks[0].First,
            last,
            now - last.At,
            Rhythm(weeks));
    }

    /// <summary>
    /// Each week with contact counts ½ to the power of its age over the half-life; its age is the time since its last contact.
    /// Of the weeks of mere gatherings the newest count, as many as may: the bound is on the weeks and not on their sum, which after a silence
    /// would let a long series through.
    /// </summary>
    public double DecayedWeeks(DateTimeOffset now, double halfLifeDays)
    {
        var gathered = Weeks.Count(w => w.IsDirect) + MostGathered;
        double sum = 0;
        for (var i = Weeks.Count - 1; i >= 0; i--)
        {
            if (Weeks[i].IsDirect || gathered-- > 0)
            {
                sum += Math.Pow(0.5, (now - Weeks[i].Last).TotalDays / halfLifeDays);
            }
        }

        return sum;
    }

    public int WeeksWithin(DateTimeOffset now, int weeks)
    {
        var first = IsoWeek.Of(now).Index - weeks + 1;
        return Bounded(Weeks.Count(w => w.IsDirect && w.Week.Index >= first), Weeks.Count(w => !w.IsDirect && w.Week.Index >= first));
    }

    private static int Bounded(int direct, int gathered) => direct + Math.Min(gathered, direct + MostGathered);

    private static LastContact LastOf(List<ActiveWeek> weeks)
    {
        var week = weeks[^1];
        return new[]
        {
            (Tally: week.Sent, Channel: Channel.Mail, Direction: Direction.Out),
            (Tally: week.Received, Channel: Channel.Mail, Direction: Direction.In),
            (Tally: week.Met, Channel: Channel.Meeting, Direction: Direction.Both),
        }
        .Where(t => t.Tally.Count > 0)
        .Select(t => new LastContact(t.Tally.Last, t.Channel, t.Direction))
        .MaxBy(t => t.At)!;
    }

    private static double? Rhythm(List<ActiveWeek> weeks)
    {
        if (weeks.Count < 3)
        {
            return null;
        }

        var recent = weeks.Skip(Math.Max(0, weeks.Count - RhythmWeeks)).ToList();
        var gaps = recent.Zip(recent.Skip(1), (a, b) => 7.0 * (b.Week.Index - a.Week.Index)).Order().ToList();
        var middle = gaps.Count / 2;
        return gaps.Count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
    }
}
