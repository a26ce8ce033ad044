namespace InboxNetworker.Evaluation;

/// <summary>A number somebody predicted, and what happened.</summary>
internal readonly record struct Prediction(double Value, bool Happened);

internal static class Figures
{
    private const int Bins = 10;
    private const double Surest = 1e-6;

    /// <summary>How likely one that happened stands above one that did not; ties count half. From 0 to 1.</summary>
    /// <param name="predictions">With both outcomes.</param>
    public static double Auc(IReadOnlyCollection<Prediction> predictions)
    {
        double won = 0, below = 0;
        foreach (var level in predictions.GroupBy(p => p.Value).OrderBy(g => g.Key))
        {
            var (happened, not) = (level.Count(p => p.Happened), level.Count(p => !p.Happened));
            won += happened * (below + (not / 2.0));
            below += not;
        }

        return won / (below * predictions.Count(p => p.Happened));
    }

    /// <summary>The part of the first <paramref name="count"/> that happened; among equal values the place is shared.</summary>
    public static double PrecisionAt(int count, IEnumerable<Prediction> predictions)
    {
        double hits = 0;
        var left = count;
        foreach (var level in predictions.GroupBy(p => p.Value).OrderByDescending(g => g.Key))
        {
            var taken = Math.Min(left, level.Count());
            hits += taken * level.Average(p => p.Happened ? 1.0 : 0);
            left -= taken;
        }

        return hits / count;
    }

    /// <summary>Over ten bins of equal count, the mean distance between what was predicted and what happened.</summary>
    public static double CalibrationError(IReadOnlyCollection<Prediction> predictions)
    {
        var ordered = predictions.OrderBy(p => p.Value).ToList();
        double error = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            var from = ordered.Count * bin / Bins;
            var inside = ordered.GetRange(from, (ordered.Count * (bin + 1) / Bins) - from);
            error += Math.Abs(inside.Sum(p => p.Value - (p.Happened ? 1 : 0)));
        }

        return error / ordered.Count;
    }

    /// <summary>1 for certainty, 0 for as good as the base rate, below 0 for worse.</summary>
    public static double LogLossSkill(IReadOnlyCollection<Prediction> predictions)
    {
        var rate = predictions.Average(p => p.Happened ? 1.0 : 0);
        return 1 - (predictions.Average(Loss) / predictions.Average(p => Loss(p with { Value = rate })));

        static double Loss(Prediction p)
        {
            var sure = Math.Clamp(p.Value, Surest, 1 - Surest);
            return -Math.Log(p.Happened ? sure : 1 - sure);
        }
    }
}
