using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation;

/// <summary>The ten rules the model is held against: what products and papers rank by. Each gives a number for a case, higher = the likelier.</summary>
internal static class Baselines
{
    private const double Day = 24 * 60 * 60;

    public static readonly IReadOnlyList<(string Name, Func<Case, double> Score)> All =
    [
        ("recency", c => -c.Silence),
        ("frequency", c => c.Known.Count),
        ("active weeks", c => Weeks(c).Count()),
        ("decay 90 d", c => c.Known.Sum(k => Decayed(c, k))),
        ("5·out+in", c => c.Known.Sum(k => (k.Outgoing ? 5 : 1) * Decayed(c, k))),
        ("silence÷gap", SilenceOverGap),
        ("DotAlign", DotAlign),
        ("P(alive)", c => Repurchase.Of(c.At).Alive(c)),
        ("weeks 180 d", c => DecayedWeeks(c, 180)),
        ("weeks 720 d", c => DecayedWeeks(c, 720)),
    ];

    /// <summary>Whole weeks back from the cut in which the two were in touch.</summary>
    private static IEnumerable<long> Weeks(Case one) => one.Known.Select(c => (one.Cut - c.At) / IsoWeek.Seconds).Distinct();

    private static double DecayedWeeks(Case one, double halfLifeDays) => Weeks(one).Sum(w => Math.Pow(0.5, 7 * w / halfLifeDays));

    private static double Decayed(Case one, Contact contact) => Math.Pow(0.5, (one.Cut - contact.At) / Day / 90);

    private static double SilenceOverGap(Case one)
    {
        var gaps = one.Known.Zip(one.Known.Skip(1), (a, b) => (double)(b.At - a.At)).Order().ToList();
        var middle = gaps.Count / 2;
        var median = gaps.Count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
        return -one.Silence / Math.Max(Day, median);
    }

    /// <summary>
    /// min(100, 1 + mails answered) × (1 − ¾ · silence / 2 years − ¼ · silence / 6 years), each part down to nothing, as help.dotalign.com
    /// («Scoring Mechanics», 2020) describes it; without its floor of 1, which would make many alike.
    /// </summary>
    private static double DotAlign(Case one)
    {
        var outgoing = one.Known.Count(c => c.Outgoing);
        var days = one.Silence / Day;
        return Math.Min(100, 1 + Math.Min(outgoing, one.Known.Count - outgoing)) * (1 - (0.75 * Math.Min(1, days / 730)) - (0.25 * Math.Min(1, days / 2190)));
    }
}
