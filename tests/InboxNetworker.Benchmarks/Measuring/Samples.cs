namespace InboxNetworker.Benchmarks.Measuring;

/// <summary>The same thing measured several times.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Min => _sorted[0];

    public double Max => _sorted[^1];

    /// <summary>Of an even number, the mean of the two in the middle.</summary>
    public double Median => (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;

    public Samples Select(Func<double, double> change) => new(_sorted.Select(change));

    /// <inheritdoc cref="InTurnsAsync(int, int, Func{Task{double}}[])"/>
    public static Task<Samples[]> InTurnsAsync(int rounds, params Func<Task<double>>[] measure) => InTurnsAsync(1, rounds, measure);

    /// <summary>Some each without measuring, so that all start warm; then in turns, beginning with another each time.</summary>
    /// <param name="warmUps">1 or more.</param>
    /// <param name="rounds">1 or more.</param>
    public static async Task<Samples[]> InTurnsAsync(int warmUps, int rounds, params Func<Task<double>>[] measure)
    {
        foreach (var once in Enumerable.Repeat(measure, warmUps).SelectMany(all => all))
        {
            await once();
        }

        return await MeasuredInTurnsAsync(rounds, measure);
    }

    /// <summary>The same, where being warm would be the wrong thing to measure.</summary>
    public static async Task<Samples[]> MeasuredInTurnsAsync(int rounds, params Func<Task<double>>[] measure)
    {
        var values = measure.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < measure.Length; turn++)
            {
                var which = (round + turn) % measure.Length;
                GC.Collect();
                values[which].Add(await measure[which]());
            }
        }

        return [.. values.Select(v => new Samples(v))];
    }
}
