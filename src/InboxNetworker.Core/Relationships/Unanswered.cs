namespace InboxNetworker.Core.Relationships;

/// <summary>The owner's last mails to somebody from whom nothing has come since, neither a mail nor a meeting.</summary>
public static class Unanswered
{
    /// <summary>So many in a row, and the next word is the other's.</summary>
    public const int Enough = 3;

    /// <inheritdoc cref="Count{TWeeks}"/>
    public static int Count(WeeklyHistory history, DateTimeOffset now) => Count(new HeldWeeks(history), now);

    /// <summary>How many surely came after the last answer.</summary>
    /// <param name="now">What came later does not count.</param>
    /// <remarks>
    /// Of a week only the first and the last time of each kind are known. Of several mails in the week of the last answer, the first before and
    /// the last after it, one alone is counted: somebody is left in peace a mail late rather than given up a mail early.
    /// </remarks>
    internal static int Count<TWeeks>(TWeeks weeks, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct
    {
        var (count, isMixed) = (0, false);
        scoped var mixed = weeks;
        while (weeks.Next(out var week))
        {
            if (week.Last > now.UtcTicks)
            {
                count = After(weeks.Week, now, isMixed ? count + After(mixed.Week, now, 0) : count);
                isMixed = false;
            }
            else if (week.Received + week.Met == 0)
            {
                count += week.Sent;
            }
            else
            {
                (count, isMixed) = (0, week.Sent > 0);
                if (isMixed)
                {
                    mixed = weeks; // looked into only if no later answer makes it needless
                }
            }
        }

        return isMixed ? count + After(mixed.Week, now, 0) : count;
    }

    /// <param name="before">Unanswered when the week began.</param>
    private static int After(ActiveWeek week, DateTimeOffset now, int before)
    {
        // Of mails that go on beyond now only the first is surely past.
        var sent = week.Sent.Last > now ? Math.Min(week.Sent.Count, 1) : week.Sent.Count;
        var past = week.UpTo(now);
        if (past.Received.Count + past.Met.Count == 0)
        {
            return before + (past.Sent.Count == 0 ? 0 : sent);
        }

        var answered = past.Received.Last > past.Met.Last ? past.Received.Last : past.Met.Last;
        return past.Sent.Count == 0 || past.Sent.Last <= answered ? 0 : past.Sent.First > answered ? sent : 1;
    }
}
