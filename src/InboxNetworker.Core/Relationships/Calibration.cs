namespace InboxNetworker.Core.Relationships;

/// <summary>
/// What a mailbox's own last half year says of <see cref="Assessment.Contact30"/>: some people answer everybody within days, some hardly write.
/// Two numbers that move and stretch the log-odds; they change no order within a mailbox.
/// </summary>
/// <param name="Shift">Added to the log-odds; from −<see cref="MostShift"/> to <see cref="MostShift"/>.</param>
/// <param name="Slope">Stretches their distance from <see cref="Middle"/>; from 1 − <see cref="MostStretch"/> to 1 + <see cref="MostStretch"/>, always above 0.</param>
/// <param name="Outcomes">How many past weeks of how many relationships it rests on.</param>
public sealed record Calibration(double Shift, double Slope, int Outcomes)
{
    /// <summary>The shipped model as it is.</summary>
    public static readonly Calibration None = new(0, 1, 0);

    /// <summary>With fewer known outcomes a mailbox stays with the shipped model.</summary>
    public const int FewestOutcomes = 30;

    public const double MostShift = 3, MostStretch = 0.5;

    /// <summary>Log-odds of about 1 in 5.</summary>
    internal const double Middle = -1.5;

    /// <summary>The weeks looked back on: the one that is not over yet, and half a year before it. One of 30 days before counts half.</summary>
    private const int Weeks = 27;

    /// <summary>From which part on the week that is not over counts.</summary>
    private const double LeastOfWeek = 1 / 7.0;

    private const double HalfLifeDays = 30;

    /// <summary>Outcomes of one relationship resemble each other; each counts as so much of an outcome by itself.</summary>
    private const double Weight = 0.5;

    /// <summary>How far the two numbers are expected to lie from 0 and 1 before anything is known, as standard deviations.</summary>
    private const double ExpectedShift = 1.5, ExpectedStretch = 0.25;

    private const int FewestContacts = 4;
    private const double LeastLogit = -10, LogitStep = 0.1;
    private const int Logits = 160, Steps = 20;
    private static readonly TimeSpan Silent = TimeSpan.FromDays(7);

    /// <param name="mailbox">The histories of all people of a mailbox who are not left out, in any order.</param>
    /// <param name="now">What happened later does not count.</param>
    public static Calibration Of(IEnumerable<WeeklyHistory> mailbox, DateTimeOffset now) => Of(mailbox, now, Contact30Coefficients.Shipped);

    /// <inheritdoc cref="Of(IEnumerable{WeeklyHistory}, DateTimeOffset)"/>
    /// <param name="coefficients">Of the model that is to be calibrated.</param>
    public static Calibration Of(IEnumerable<WeeklyHistory> mailbox, DateTimeOffset now, Contact30Coefficients coefficients)
    {
        var counts = new Counts(now, coefficients);
        foreach (var history in mailbox)
        {
            counts.Add(new HeldWeeks(history));
        }

        return counts.Solve();
    }

    /// <inheritdoc cref="Of(IEnumerable{WeeklyHistory}, DateTimeOffset)"/>
    /// <exception cref="InvalidDataException">A history cannot be read.</exception>
    public static Calibration Of(IEnumerable<Candidate> mailbox, DateTimeOffset now)
    {
        var counts = new Counts(now, Contact30Coefficients.Shipped);
        foreach (var candidate in mailbox)
        {
            counts.Add(new StoredWeeks(candidate.History));
        }

        return counts.Solve();
    }

    internal double Of(double logit) => Middle + Shift + (Slope * (logit - Middle));

    /// <summary>
    /// How often, at the beginning of each past week, the model said so much and the two were then in touch within the week. Whole numbers, so that the
    /// order of the relationships cannot matter.
    /// </summary>
    private sealed class Counts(DateTimeOffset now, Contact30Coefficients coefficients)
    {
        private readonly double _over = (now - IsoWeek.Of(now).Start) / TimeSpan.FromDays(7);
        private readonly int[,] _asked = new int[Weeks, Logits], _came = new int[Weeks, Logits];
        private int _outcomes;

        public void Add<TWeeks>(TWeeks weeks)
            where TWeeks : struct, IWeeks, allows ref struct
        {
            var current = IsoWeek.Of(now).Index;
            var inTouch = 0L;
            for (var walk = weeks; walk.Next(out var week);)
            {
                if (week.Index <= current && week.Index > current - Weeks && (week.Last <= now.UtcTicks || walk.Week.UpTo(now).Count > 0))
                {
                    inTouch |= 1L << (current - week.Index);
                }
            }

            for (var ago = _over < LeastOfWeek ? 1 : 0; ago < Weeks; ago++)
            {
                var week = new IsoWeek(current - ago);
                if (!Standing.TryOf(new WeeksBefore<TWeeks>(weeks, week), week.Start, out var standing))
                {
                    break;
                }

                if (standing.Sent + standing.Received + standing.Met >= FewestContacts && standing.Mutual && standing.Silence >= Silent)
                {
                    var bin = Math.Clamp((int)((RelationshipModel.Logit(Features.Of(standing), coefficients) - LeastLogit) / LogitStep), 0, Logits - 1);
                    _asked[ago, bin]++;
                    _came[ago, bin] += (int)((inTouch >> ago) & 1);
                    _outcomes++;
                }
            }
        }

        /// <summary>The most probable two numbers (Fisher's scoring), drawn towards 0 and 1 by what was expected before.</summary>
        public Calibration Solve()
        {
            if (_outcomes < FewestOutcomes)
            {
                return None with { Outcomes = _outcomes };
            }

            var weighted = Weighted().ToList();
            double shift = 0, stretch = 0;
            for (var step = 0; step < Steps; step++)
            {
                double g0 = -shift / (ExpectedShift * ExpectedShift), g1 = -stretch / (ExpectedStretch * ExpectedStretch);
                double h00 = 1 / (ExpectedShift * ExpectedShift), h01 = 0, h11 = 1 / (ExpectedStretch * ExpectedStretch);
                foreach (var (ago, bin, asked, came) in weighted)
                {
                    var off = LeastLogit + ((bin + 0.5) * LogitStep) - Middle;
                    var month = 1 / (1 + Math.Exp(-(Middle + off + shift + (stretch * off))));
                    var share = coefficients.WeekShare * (ago == 0 ? _over : 1);
                    var none = Math.Pow(1 - month, share);
                    var slope = none * share * month; // of the probability of contact within the week, along the log-odds
                    var pull = slope * (came - (asked * (1 - none))) / (none * (1 - none));
                    var information = asked * slope * slope / (none * (1 - none));
                    g0 += pull;
                    g1 += pull * off;
                    h00 += information;
                    h01 += information * off;
                    h11 += information * off * off;
                }

                var determinant = (h00 * h11) - (h01 * h01);
                shift = Math.Clamp(shift + (((h11 * g0) - (h01 * g1)) / determinant), -MostShift, MostShift);
                stretch = Math.Clamp(stretch + (((h00 * g1) - (h01 * g0)) / determinant), -MostStretch, MostStretch);
            }

            return new Calibration(shift, 1 + stretch, _outcomes);
        }

        private IEnumerable<(int Ago, int Bin, double Asked, double Came)> Weighted() =>
            from ago in Enumerable.Range(0, Weeks)
            let weight = Weight * Math.Pow(0.5, 7 * ago / HalfLifeDays)
            from bin in Enumerable.Range(0, Logits)
            where _asked[ago, bin] > 0
            select (ago, bin, weight * _asked[ago, bin], weight * _came[ago, bin]);
    }
}
