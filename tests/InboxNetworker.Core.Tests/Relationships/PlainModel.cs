using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Tests.Relationships;

/// <summary>The model once more, formula by formula, without a thought for how long it takes: what the fast one is held against.</summary>
internal sealed class PlainModel
{
    private const int RhythmWeeks = 26, MostGathered = 2;

    private readonly DateTimeOffset _now;
    private readonly List<ActiveWeek> _weeks;

    public PlainModel(WeeklyHistory history, DateTimeOffset now)
    {
        _now = now;
        _weeks = [.. history.Weeks.Select(UpToNow).Where(w => w.Count > 0)];
    }

    public bool IsEmpty => _weeks.Count == 0;

    public double Tie => (1.751 * Math.Log(1 + Pulse)) + (0.394 * Math.Log(1 + Memory)) + (0.219 * Math.Log(1 + OwnWeeks));

    public double Contact30 => 1 / (1 + Math.Exp(-Logit));

    public double Logit => -3.272
        + (0.953 * Math.Log(1 + Pulse)) + (0.631 * Math.Log(1 + Exchange)) + (0.790 * Math.Log(1 + Memory)) + (0.945 * Math.Log(1 + Quarters))
        - (0.214 * Math.Log(1 + SilenceWeeks));

    public double Pulse => DecayedWeeks(30);

    public double Memory => DecayedWeeks(180);

    public double Exchange => _weeks.Where(w => w.IsDirect && w.Sent.Count + w.Met.Count > 0 && w.Received.Count + w.Met.Count > 0).Sum(w => Decayed(w, 30));

    public double Quarters => _weeks.Where(w => w.IsDirect).GroupBy(w => (int)Math.Floor(w.Week.Index / 13.0)).Sum(q => Decayed(q.Last(), 180));

    public int OwnWeeks
    {
        get
        {
            var own = _weeks.Where(w => w.IsDirect && w.Sent.Count + w.Met.Count > 0).Select(w => w.Week.Index).ToList();
            if (own.Count > 1 && own[1] - own[0] > 260)
            {
                own.RemoveAt(0);
            }

            return own.Count == 0 ? 0 : Math.Min(104, own[^1] - own[0]);
        }
    }

    public double SilenceWeeks => Silence.TotalDays / 7;

    public LastContact LastContact =>
        new[]
        {
            (Tally: _weeks[^1].Sent, Channel: Channel.Mail, Direction: Direction.Out),
            (Tally: _weeks[^1].Received, Channel: Channel.Mail, Direction: Direction.In),
            (Tally: _weeks[^1].Met, Channel: Channel.Meeting, Direction: Direction.Both),
        }
        .Where(t => t.Tally.Count > 0).Select(t => new LastContact(t.Tally.Last, t.Channel, t.Direction)).MaxBy(t => t.At)!;

    public RelationshipState State
    {
        get
        {
            var (sent, received, met) = (_weeks.Sum(w => w.Sent.Count), _weeks.Sum(w => w.Received.Count), _weeks.Sum(w => w.Met.Count));
            var mutual = (sent > 0 && received > 0) || met > 0;
            var isNew = _now - _weeks[0].First <= TimeSpan.FromDays(60);
            if (!mutual || _weeks.Count < 3)
            {
                return isNew && mutual ? RelationshipState.New : RelationshipState.Unknown;
            }

            var fadingDays = Math.Clamp(3 * RhythmDays, 30, 365);
            return Silence.TotalDays > Math.Max(1.5 * fadingDays, 90) ? RelationshipState.Dormant
                : Silence.TotalDays > fadingDays ? RelationshipState.Fading
                : isNew ? RelationshipState.New
                : WeeksWithin(13) >= 7 ? RelationshipState.Close
                : RelationshipState.Steady;
        }
    }

    private TimeSpan Silence => _now - LastContact.At;

    private double RhythmDays
    {
        get
        {
            var recent = _weeks.TakeLast(RhythmWeeks).ToList();
            var gaps = recent.Zip(recent.Skip(1), (a, b) => 7.0 * (b.Week.Index - a.Week.Index)).Order().ToList();
            var middle = gaps.Count / 2;
            return gaps.Count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
        }
    }

    private double DecayedWeeks(double halfLifeDays) => _weeks.Where(w => w.IsDirect)
        .Concat(_weeks.Where(w => !w.IsDirect).TakeLast(_weeks.Count(w => w.IsDirect) + MostGathered))
        .Sum(w => Decayed(w, halfLifeDays));

    private double Decayed(ActiveWeek week, double halfLifeDays) => Math.Pow(0.5, (_now - week.Last).TotalDays / halfLifeDays);

    private int WeeksWithin(int weeks)
    {
        var recent = _weeks.Where(w => w.Week.Index > IsoWeek.Of(_now).Index - weeks).ToList();
        return Bounded(recent.Count(w => w.IsDirect), recent.Count(w => !w.IsDirect));
    }

    private static int Bounded(int direct, int gathered) => direct + Math.Min(gathered, direct + MostGathered);

    private ActiveWeek UpToNow(ActiveWeek week) => week.Week.End <= _now
        ? week
        : new ActiveWeek(week.Week, UpToNow(week.Sent), UpToNow(week.Received), UpToNow(week.Met), week.Met.First > _now ? 0 : week.Gathered);

    private Tally UpToNow(Tally tally) => tally.Count == 0 || tally.First > _now ? Tally.None : tally.Last > _now ? tally with { Last = tally.First } : tally;
}
