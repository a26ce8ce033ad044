namespace InboxNetworker.Evaluation.Fitting;

/// <summary>A case as the fit sees it.</summary>
/// <param name="Group">A number for the mailbox and the cut.</param>
/// <param name="Silence">In days.</param>
/// <param name="Left">Days from the cut to the end of what the mailbox tells.</param>
/// <param name="Return">Days from the cut to the next contact; infinite where none came.</param>
/// <param name="Tie">The facts behind the tie, as logarithms.</param>
/// <param name="Contact30">The facts behind contact30, as logarithms; the silence negative, so that all count upwards.</param>
internal sealed record Sample(string DataSet, int Group, double Silence, double Left, double Return, double[] Tie, double[] Contact30)
{
    private const double Day = 24 * 60 * 60;

    /// <summary>More moments of each mailbox than the protocol asks about: sixteen.</summary>
    private static readonly double[] Cuts = [.. Enumerable.Range(4, 16).Select(n => n / 20.0)];

    public static IEnumerable<Sample> Of(string dataSet, Mailbox mailbox, int firstGroup)
    {
        foreach (var (at, cases) in Case.Of(mailbox, Cuts).GroupBy(c => c.Cut).Select((g, n) => (n, g)))
        {
            foreach (var one in cases)
            {
                var left = (one.End - one.Cut) / Day;
                if (left > Task.Contact30.HorizonDays && one.Silence >= Task.Contact30.SilentDays * Day)
                {
                    yield return new Sample(dataSet, firstGroup + at, one.Silence / Day, left, one.Next is { } next ? (next - one.Cut) / Day : double.PositiveInfinity, TieFacts(one), Contact30Facts(one));
                }
            }
        }
    }

    public static double[] TieFacts(Case one) => Logarithms(one.Features.Pulse, one.Features.Memory, one.Features.OwnWeeks);

    public static double[] Contact30Facts(Case one)
    {
        var facts = Logarithms(one.Features.Pulse, one.Features.Exchange, one.Features.Memory, one.Features.Quarters, one.Features.SilenceWeeks);
        facts[^1] *= -1;
        return facts;
    }

    private static double[] Logarithms(params double[] facts) => [.. facts.Select(f => Math.Log(1 + f))];
}

/// <summary>A question the fit learns from: of those silent for so long, who is in touch again within so many days?</summary>
/// <param name="Weight">Against the other tasks.</param>
internal sealed record Task(double SilentDays, double HorizonDays, double Weight)
{
    public static readonly Task Contact30 = new(7, 30, 1);

    /// <summary>The two of the protocol, and two between them: a young data set has few year-long silences whose end is known.</summary>
    public static readonly IReadOnlyList<Task> Tie = [new(30, 60, 1), new(60, 120, 0.5), new(90, 180, 0.5), new(180, 365, 1)];

    public IEnumerable<Sample> AskedOf(IEnumerable<Sample> samples) => samples.Where(s => s.Silence >= SilentDays && s.Left > HorizonDays);
}
