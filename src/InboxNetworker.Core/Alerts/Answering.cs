using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Alerts;

/// <summary>Who wrote last and when, and whether the two usually answer each other; from one walk over the weeks.</summary>
/// <param name="Sent">The owner's last mail; the least time where there is none.</param>
/// <param name="Received">The same of the other's.</param>
/// <param name="Met">The same of meetings.</param>
/// <param name="OwnerAnswers">Of the weeks in which the other wrote, the part that the owner answered in the same week or the next; 0 for no habit.</param>
/// <param name="OtherAnswers">The same the other way round.</param>
internal readonly record struct Answering(DateTimeOffset Sent, DateTimeOffset Received, DateTimeOffset Met, double OwnerAnswers, double OtherAnswers)
{
    /// <summary>The week of <paramref name="now"/> and the one before are left out of the habits: their answers may still come.</summary>
    public static Answering Of<TWeeks>(TWeeks weeks, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct
    {
        DateTimeOffset sent = default, received = default, met = default;
        var (toOwner, byOwner) = (new Habit(), new Habit());
        var open = IsoWeek.Of(now).Index - 1;
        while (weeks.Next(out var week))
        {
            var past = weeks.Week.UpTo(now);
            (sent, received, met) = (Later(sent, past.Sent), Later(received, past.Received), Later(met, past.Met));
            toOwner.Add(week.Index, past.Received.Count > 0, past.Sent.Count > 0, open);
            byOwner.Add(week.Index, past.Sent.Count > 0, past.Received.Count > 0, open);
        }

        return new(sent, received, met, toOwner.Part, byOwner.Part);
    }

    private static DateTimeOffset Later(DateTimeOffset known, Tally tally) => tally.Count > 0 && tally.Last > known ? tally.Last : known;

    private struct Habit
    {
        private int _asked, _answered, _waitingSince;
        private bool _waiting;

        public readonly double Part => _asked < AlertNumbers.WeeksOfAHabit ? 0 : (double)_answered / _asked;

        public void Add(int week, bool asked, bool answered, int open)
        {
            if (_waiting && answered && week == _waitingSince + 1)
            {
                _answered++;
            }

            _waiting = false;
            if (asked && week < open)
            {
                _asked++;
                _answered += answered ? 1 : 0;
                (_waiting, _waitingSince) = (!answered, week);
            }
        }
    }
}
