namespace InboxNetworker.Evaluation.Fitting;

/// <summary>
/// Logistic regression in which each mailbox at each cut has a level of its own: what is learned is who comes back before whom, and not which
/// mailboxes are busy. A strong ridge keeps the coefficients even (those of facts that say much the same share the work), which travels best; none is below 0.
/// </summary>
internal sealed class GroupedLogistic
{
    private const int FewestCases = 10, Steps = 100;
    private const double Ridge = 0.1, LevelRidge = 1e-4, Enough = 1e-12;

    private readonly List<(double[] X, double Y, double Weight, int Group)> _rows = [];
    private readonly List<double> _start = [];

    /// <summary>Each data set has the same weight in a task, and each group in a data set; groups without both outcomes teach nothing.</summary>
    public void Add(IEnumerable<Sample> samples, Task task, Func<Sample, double[]> facts)
    {
        foreach (var dataSet in task.AskedOf(samples).GroupBy(s => s.DataSet))
        {
            var groups = dataSet.GroupBy(s => s.Group).Select(g => g.ToList())
                .Where(g => g.Count >= FewestCases && g.Any(Came) && !g.All(Came)).ToList();
            foreach (var group in groups)
            {
                var rate = group.Average(s => Came(s) ? 1.0 : 0);
                _rows.AddRange(group.Select(s => (facts(s), Came(s) ? 1.0 : 0, task.Weight / groups.Count / group.Count, _start.Count)));
                _start.Add(Math.Log(rate / (1 - rate)));
            }
        }

        bool Came(Sample sample) => sample.Return <= task.HorizonDays;
    }

    /// <summary>The coefficients, found by Newton's method with the levels eliminated.</summary>
    public double[] Solve()
    {
        var (count, total) = (_rows[0].X.Length, _rows.Sum(r => r.Weight));
        var scale = Enumerable.Range(0, count).Select(j => Deviation([.. _rows.Select(r => r.X[j])])).ToArray();
        var rows = _rows.Select(r => (X: r.X.Zip(scale, (x, s) => x / s).ToArray(), r.Y, Weight: r.Weight / total, r.Group)).ToList();
        var (b, level) = (new double[count], _start.ToArray());
        for (var step = 0; step < Steps; step++)
        {
            var gradient = b.Select(v => 2 * Ridge * v / count).ToArray();
            var hessian = Diagonal(count, 2 * Ridge / count);
            var levelGradient = level.Select((l, g) => 2 * LevelRidge * (l - _start[g]) / level.Length).ToArray();
            var levelHessian = level.Select(_ => 2 * LevelRidge / level.Length).ToArray();
            var mixed = level.Select(_ => new double[count]).ToArray();
            foreach (var (x, y, weight, group) in rows)
            {
                var p = 1 / (1 + Math.Exp(-(level[group] + Dot(x, b))));
                var (pull, curve) = (weight * (p - y), weight * p * (1 - p));
                levelGradient[group] += pull;
                levelHessian[group] += curve;
                for (var j = 0; j < count; j++)
                {
                    gradient[j] += pull * x[j];
                    mixed[group][j] += curve * x[j];
                    for (var k = 0; k < count; k++)
                    {
                        hessian[j, k] += curve * x[j] * x[k];
                    }
                }
            }

            for (var g = 0; g < level.Length; g++)
            {
                for (var j = 0; j < count; j++)
                {
                    gradient[j] -= mixed[g][j] * levelGradient[g] / levelHessian[g];
                    for (var k = 0; k < count; k++)
                    {
                        hessian[j, k] -= mixed[g][j] * mixed[g][k] / levelHessian[g];
                    }
                }
            }

            var free = Enumerable.Range(0, count).Where(j => b[j] > 0 || gradient[j] < 0).ToArray();
            var move = Linear.Solve(hessian, gradient, free);
            var next = b.Select((v, j) => Math.Max(0, v - move[j])).ToArray();
            var done = b.Zip(next, (v, n) => Math.Abs(v - n)).Max() < Enough;
            for (var g = 0; g < level.Length; g++)
            {
                level[g] -= (levelGradient[g] + Dot(mixed[g], next.Zip(b, (n, v) => n - v).ToArray())) / levelHessian[g];
            }

            b = next;
            if (done)
            {
                break;
            }
        }

        return [.. b.Zip(scale, (v, s) => v / s)];
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }

    private static double[,] Diagonal(int count, double value)
    {
        var matrix = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            matrix[i, i] = value;
        }

        return matrix;
    }
}
