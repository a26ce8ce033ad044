using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation.Fitting;

/// <summary>The coefficients that some data sets give.</summary>
/// <param name="Tie">For pulse, memory and own weeks.</param>
internal sealed record Fit(double[] Tie, Contact30Coefficients Contact30)
{
    public static Fit To(IReadOnlyCollection<Sample> samples)
    {
        var tie = new GroupedLogistic();
        foreach (var task in Task.Tie)
        {
            tie.Add(samples, task, s => s.Tie);
        }

        var contact30 = new GroupedLogistic();
        contact30.Add(samples, Task.Contact30, s => s.Contact30);
        var direction = contact30.Solve();
        var (intercept, slope) = Level(samples, direction);
        var b = direction.Select(d => slope * d).ToArray();
        return new Fit(tie.Solve(), new Contact30Coefficients(intercept, b[0], b[1], b[2], b[3], -b[4], WeekShare(samples)));
    }

    public double TieOf(Case one) => Sample.TieFacts(one).Zip(Tie, (x, b) => x * b).Sum();

    /// <summary>The order is found within mailboxes; how likely contact is at all, and how far the ridge held back, by the probabilities of everybody.</summary>
    private static (double Intercept, double Slope) Level(IReadOnlyCollection<Sample> samples, double[] direction)
    {
        var sizes = Task.Contact30.AskedOf(samples).CountBy(s => s.DataSet).ToDictionary();
        var rows = Task.Contact30.AskedOf(samples).Select(s => (Z: s.Contact30.Zip(direction, (x, b) => x * b).Sum(), Y: s.Return <= Task.Contact30.HorizonDays ? 1.0 : 0, Weight: 1.0 / sizes[s.DataSet])).ToList();
        var rate = rows.Average(r => r.Y);
        var (a, b) = (Math.Log(rate / (1 - rate)) - rows.Average(r => r.Z), 1.0);
        for (var step = 0; step < 50; step++)
        {
            double ga = 0, gb = 0, haa = 0, hab = 0, hbb = 0;
            foreach (var (z, y, weight) in rows)
            {
                var p = 1 / (1 + Math.Exp(-(a + (b * z))));
                var (pull, curve) = (weight * (p - y), weight * p * (1 - p));
                (ga, gb, haa, hab, hbb) = (ga + pull, gb + (pull * z), haa + curve, hab + (curve * z), hbb + (curve * z * z));
            }

            var determinant = (haa * hbb) - (hab * hab);
            (a, b) = (a - (((hbb * ga) - (hab * gb)) / determinant), b - (((haa * gb) - (hab * ga)) / determinant));
        }

        return (a, b);
    }

    /// <summary><see cref="Contact30Coefficients.WeekShare"/>, the mean of the data sets.</summary>
    private static double WeekShare(IEnumerable<Sample> samples) =>
        Task.Contact30.AskedOf(samples).GroupBy(s => s.DataSet).Average(d => Math.Log(1 - d.Average(s => s.Return <= 7 ? 1.0 : 0)) / Math.Log(1 - d.Average(s => s.Return <= 30 ? 1.0 : 0)));
}
