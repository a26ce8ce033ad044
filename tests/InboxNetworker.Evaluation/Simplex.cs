namespace InboxNetworker.Evaluation;

/// <summary>Nelder and Mead's search for a minimum: no slopes, no chance.</summary>
internal static class Simplex
{
    public static double[] Minimum(Func<double[], double> of, double[] start, int steps)
    {
        var corners = Enumerable.Range(0, start.Length + 1)
            .Select(i => start.Select((s, j) => s + (j == i - 1 ? 0.5 : 0)).ToArray()).Select(p => (Point: p, Value: of(p))).ToList();
        for (var step = 0; step < steps; step++)
        {
            corners = [.. corners.OrderBy(c => c.Value)];
            var (best, worst) = (corners[0], corners[^1]);
            var centre = start.Select((_, j) => corners.SkipLast(1).Average(c => c.Point[j])).ToArray();
            var mirrored = Along(-1);
            if (mirrored.Value < best.Value)
            {
                var further = Along(-2);
                corners[^1] = further.Value < mirrored.Value ? further : mirrored;
            }
            else if (mirrored.Value < corners[^2].Value)
            {
                corners[^1] = mirrored;
            }
            else if (Along(mirrored.Value < worst.Value ? -0.5 : 0.5) is var nearer && nearer.Value < Math.Min(worst.Value, mirrored.Value))
            {
                corners[^1] = nearer;
            }
            else
            {
                corners = [best, .. corners.Skip(1).Select(c => c.Point.Zip(best.Point, (a, b) => (a + b) / 2).ToArray()).Select(p => (p, of(p)))];
            }

            (double[] Point, double Value) Along(double part)
            {
                var point = centre.Zip(worst.Point, (c, w) => c + (part * (w - c))).ToArray();
                return (point, of(point));
            }
        }

        return corners.MinBy(c => c.Value).Point;
    }
}
