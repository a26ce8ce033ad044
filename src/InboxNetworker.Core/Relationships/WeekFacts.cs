namespace InboxNetworker.Core.Relationships;

/// <summary>What the model takes from one week, in plain numbers: thousands of relationships are ranked while somebody waits.</summary>
/// <param name="index"><see cref="IsoWeek.Index"/>.</param>
/// <param name="gathered">From 0 to <paramref name="met"/>.</param>
/// <param name="last">The last contact of the week in ticks, UTC.</param>
internal readonly struct WeekFacts(int index, int sent, int received, int met, int gathered, long last)
{
    public readonly long Last = last;
    public readonly int Index = index, Sent = sent, Received = received, Met = met;

    /// <summary><see cref="ActiveWeek.IsDirect"/>.</summary>
    public readonly bool IsDirect = sent + received > 0 || met > gathered;

    public static WeekFacts Of(in ActiveWeek week)
    {
        // A tally of nothing has the least time there is.
        var last = Math.Max(week.Sent.Last.UtcTicks, Math.Max(week.Received.Last.UtcTicks, week.Met.Last.UtcTicks));
        return new WeekFacts(week.Week.Index, week.Sent.Count, week.Received.Count, week.Met.Count, week.Gathered, last);
    }
}

/// <summary>A walk over the weeks of a history, the oldest first. A copy of it walks on from the same place.</summary>
internal interface IWeeks
{
    /// <summary>The week last come to, whole.</summary>
    ActiveWeek Week { get; }

    /// <returns>False when there is none.</returns>
    bool Next(out WeekFacts week);
}

/// <summary>The weeks of a history in memory.</summary>
internal ref struct HeldWeeks(WeeklyHistory history) : IWeeks
{
    private readonly ReadOnlySpan<ActiveWeek> _weeks = history.Weeks.AsSpan();
    private int _next;

    public readonly ActiveWeek Week => _weeks[_next - 1];

    public bool Next(out WeekFacts week)
    {
        if ((uint)_next >= (uint)_weeks.Length)
        {
            week = default;
            return false;
        }

        week = WeekFacts.Of(_weeks[_next++]);
        return true;
    }
}

/// <summary>The weeks of another walk that come before one.</summary>
internal ref struct WeeksBefore<TWeeks>(TWeeks weeks, IsoWeek end) : IWeeks
    where TWeeks : struct, IWeeks, allows ref struct
{
    private TWeeks _weeks = weeks;

    public readonly ActiveWeek Week => _weeks.Week;

    public bool Next(out WeekFacts week) => _weeks.Next(out week) && week.Index < end.Index;
}
