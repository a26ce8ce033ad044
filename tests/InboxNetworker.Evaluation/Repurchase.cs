using System.Runtime.CompilerServices;

namespace InboxNetworker.Evaluation;

/// <summary>
/// MBG/NBD (Batislam, Denizel and Filiztekin 2007): contacts come by chance at a rate of each relationship's own, until one ends for good. The four
/// numbers of a mailbox at a cut are the most likely ones for all its relationships, found by Nelder and Mead's method on their logarithms.
/// </summary>
internal sealed class Repurchase
{
    private const double Day = 24 * 60 * 60, Ridge = 0.001;
    private const int Steps = 300;
    private static readonly ConditionalWeakTable<Cut, Repurchase> Known = [];

    private double[] _numbers = [0, 2, 0, 0]; // ln of r, α, a, b; in days

    public static Repurchase Of(Cut cut) => Known.GetValue(cut, _ => new Repurchase());

    private bool _isFitted;

    /// <summary>To be called with all cases of a cut, before the first question.</summary>
    public void Fit(IEnumerable<Case> cases)
    {
        if (!_isFitted)
        {
            var lives = cases.Select(Life).ToList();
            _numbers = Simplex.Minimum(p => Loss(p, lives), _numbers, Steps);
            _isFitted = true;
        }
    }

    /// <summary>The probability that the relationship has not ended.</summary>
    public double Alive(Case one)
    {
        var (x, last, all) = Life(one);
        var (r, alpha, a, b) = (Math.Exp(_numbers[0]), Math.Exp(_numbers[1]), Math.Exp(_numbers[2]), Math.Exp(_numbers[3]));
        return 1 / (1 + (a / (b + x) * Math.Exp((r + x) * Math.Log((alpha + all) / (alpha + last)))));
    }

    private static (double X, double Last, double All) Life(Case one) =>
        (one.Known.Count - 1, (one.Known[^1].At - one.Known[0].At) / Day, (one.Cut - one.Known[0].At) / Day);

    private static double Loss(double[] logs, List<(double X, double Last, double All)> lives)
    {
        var (r, alpha, a, b) = (Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]));
        var constant = -LogGamma(r) + (r * logs[1]) + LogGamma(a + b) - LogGamma(b);
        var sum = lives.Sum(l =>
        {
            var ended = logs[2] - Math.Log(b + l.X) + ((r + l.X) * Math.Log((alpha + l.All) / (alpha + l.Last)));
            return constant + LogGamma(r + l.X) + LogGamma(b + l.X + 1) - LogGamma(a + b + l.X + 1) - ((r + l.X) * Math.Log(alpha + l.All)) + Math.Max(0, ended) + Math.Log(1 + Math.Exp(-Math.Abs(ended)));
        });
        return (-sum / lives.Count) + (Ridge * logs.Sum(l => l * l));
    }

    /// <summary>Stirling's series after moving up to 8 or more; to about 1e-10.</summary>
    private static double LogGamma(double x)
    {
        var down = 0.0;
        for (; x < 8; x++)
        {
            down -= Math.Log(x);
        }

        var square = 1 / (x * x);
        return down + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + ((1 / 12.0) - (square * ((1 / 360.0) - (square / 1260)))) / x;
    }
}
