namespace InboxNetworker.Core.Relationships;

/// <summary>The few facts of a history that the model and the reasons rest on, as of one moment; from one walk over its weeks.</summary>
/// <remarks>
/// Not every week counts for as much as another: a weekly series is in the calendar whether the two turn to each other or not. Of the weeks of
/// mere gatherings the newest count, as many as there are weeks of direct contact and <see cref="MostGathered"/> beyond. The bound is on the
/// weeks and not on their decayed sum, which after a silence would let a long series through.
/// </remarks>
internal struct Standing
{
    private const int MostGathered = 2;
    private const int QuarterWeeks = 13;

    /// <summary>A multiple of <see cref="QuarterWeeks"/> that makes the index of every week there can be positive.</summary>
    private const int QuarterShift = 13 * 10_000;

    /// <summary>Two years: whom the owner has turned to for longer is not the likelier to come back.</summary>
    internal const int MostOwnWeeks = 104;

    /// <summary>Five years: a first time that lies so long before the second is taken for a wrong date, of which every old mailbox has some.</summary>
    internal const int LongestPause = 260;

    /// <summary>Of these the weeks with contact are counted in <see cref="RecentWeeks"/>.</summary>
    private const int Recent = 13;

    private int _direct, _gathered, _recentDirect, _recentGathered;
    private NewestWeeks _newest;

    /// <summary>Weeks with contact; 1 or more.</summary>
    public int Weeks { get; private set; }

    public int Sent { get; private set; }

    public int Received { get; private set; }

    public int Met { get; private set; }

    /// <summary>How many of the owner's mails may have come after the last answer, at most: those of that week and of all later ones. <see cref="Unanswered"/> counts them.</summary>
    public int UnansweredAtMost { get; private set; }

    public DateTimeOffset First { get; private set; }

    public DateTimeOffset Last { get; private set; }

    public TimeSpan Silence { get; private set; }

    /// <summary>
    /// Each week with contact counts ½ to the power of its age over the half-life of <see cref="Decay.LongDays"/>; its age is the time since its
    /// last contact.
    /// </summary>
    public double LongMemory { get; private set; }

    /// <summary>The same with <see cref="Decay.ShortDays"/>.</summary>
    public double ShortMemory { get; private set; }

    /// <summary>The same as <see cref="ShortMemory"/>, of the weeks of direct contact in which both took part.</summary>
    public double Exchange { get; private set; }

    /// <summary>Quarters with direct contact; each counts as much as its last such week does in <see cref="LongMemory"/>.</summary>
    public double Quarters { get; private set; }

    /// <summary>Weeks from the first to the last in which the owner turned to the other, at most <see cref="MostOwnWeeks"/>.</summary>
    public int OwnWeeks { get; private set; }

    public readonly int Mails => Sent + Received;

    public readonly int Count => Mails + Met;

    /// <summary>Both sides took part: mails both ways, or a meeting.</summary>
    public readonly bool Mutual => (Sent > 0 && Received > 0) || Met > 0;

    /// <summary>Weeks with contact among the last <see cref="Recent"/>, this one included.</summary>
    public readonly int RecentWeeks => Bounded(_recentDirect, _recentGathered);

    /// <summary>The median distance between two weeks with contact over the last <see cref="NewestWeeks.Counted"/> of them, in days; null for fewer than three weeks. At least 7.</summary>
    public readonly double? RhythmDays => NewestWeeks.RhythmDays(_newest, Weeks);

    /// <param name="now">What came later does not count.</param>
    /// <returns>False when nothing happened up to <paramref name="now"/>.</returns>
    public static bool TryOf<TWeeks>(TWeeks weeks, DateTimeOffset now, out Standing standing)
        where TWeeks : struct, IWeeks, allows ref struct
    {
        standing = default;
        var again = weeks;
        var (nowTicks, recentFrom) = (now.UtcTicks, IsoWeek.Of(now).Index - Recent + 1);

        // In variables of their own, which stay in registers.
        int count = 0, sent = 0, sentBefore = 0, received = 0, met = 0, direct = 0, recentDirect = 0, recent = 0, quarter = -1, own = 0, ownFirst = 0, ownSecond = 0, ownLast = 0;
        double longMemory = 0, shortMemory = 0, exchange = 0, quarters = 0, inQuarter = 0;
        long last = 0;
        while (weeks.Next(out var week))
        {
            if (week.Last > nowTicks && !IsUpTo(ref weeks, now, ref week))
            {
                continue;
            }

            if (count == 0)
            {
                standing.First = weeks.Week.First;
            }

            standing._newest[count % NewestWeeks.Size] = week.Index;
            last = week.Last;
            count++;
            sentBefore = week.Received + week.Met > 0 ? sent : sentBefore;
            sent += week.Sent;
            received += week.Received;
            met += week.Met;
            var isRecent = week.Index >= recentFrom ? 1 : 0;
            recent += isRecent;
            var remembered = Decay.Long(nowTicks - week.Last);
            var lately = Decay.Short(remembered);
            longMemory += remembered;
            shortMemory += lately;
            if (week.IsDirect)
            {
                direct++;
                recentDirect += isRecent;
                if (week.Sent + week.Met > 0)
                {
                    exchange += week.Received + week.Met > 0 ? lately : 0;
                    ownFirst = own == 0 ? week.Index : ownFirst;
                    ownSecond = own < 2 ? week.Index : ownSecond;
                    ownLast = week.Index;
                    own++;
                }

                // The last week of a quarter is the one that counts, and is known when the next quarter begins.
                var itsQuarter = (week.Index + QuarterShift) / QuarterWeeks;
                quarters += itsQuarter == quarter ? 0 : inQuarter;
                (quarter, inQuarter) = (itsQuarter, remembered);
            }
        }

        if (count == 0)
        {
            return false;
        }

        (standing.Weeks, standing.Sent, standing.Received, standing.Met) = (count, sent, received, met);
        (standing.Last, standing.Silence) = (new DateTimeOffset(last, TimeSpan.Zero), TimeSpan.FromTicks(nowTicks - last));
        standing.UnansweredAtMost = sent - sentBefore;
        (standing._direct, standing._gathered) = (direct, count - direct);
        (standing._recentDirect, standing._recentGathered) = (recentDirect, recent - recentDirect);
        (standing.LongMemory, standing.ShortMemory) = (longMemory, shortMemory);
        (standing.Exchange, standing.Quarters, standing.OwnWeeks) = (exchange, quarters + inQuarter, Math.Min(MostOwnWeeks, ownLast - (ownSecond - ownFirst > LongestPause ? ownSecond : ownFirst)));
        if (standing._gathered > direct + MostGathered)
        {
            standing.RememberLess(again, now);
        }

        return true;
    }

    /// <summary>
    /// Adds up anew without the oldest weeks of gatherings. In the same order: with another, a contact more could lower a sum by its last digit.
    /// </summary>
    private void RememberLess<TWeeks>(TWeeks weeks, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct
    {
        (LongMemory, ShortMemory) = (0, 0);
        var skip = _gathered - _direct - MostGathered;
        while (weeks.Next(out var week))
        {
            if ((week.Last <= now.UtcTicks || IsUpTo(ref weeks, now, ref week)) && (week.IsDirect || skip-- <= 0))
            {
                var remembered = Decay.Long(now.UtcTicks - week.Last);
                LongMemory += remembered;
                ShortMemory += Decay.Short(remembered);
            }
        }
    }

    /// <summary>Cuts off what comes later.</summary>
    /// <returns>False when nothing is left.</returns>
    private static bool IsUpTo<TWeeks>(ref TWeeks weeks, DateTimeOffset now, ref WeekFacts week)
        where TWeeks : struct, IWeeks, allows ref struct
    {
        var past = weeks.Week.UpTo(now);
        week = WeekFacts.Of(past);
        return past.Count > 0;
    }

    private static int Bounded(int direct, int gathered) => direct + Math.Min(gathered, direct + MostGathered);
}
