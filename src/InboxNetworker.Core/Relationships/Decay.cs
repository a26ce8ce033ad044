namespace InboxNetworker.Core.Relationships;

/// <summary>
/// ½ to the power of an age over a half-life: for the short memory and the long one, whose half-life is <see cref="Ratio"/> times as long, so
/// that the one is a power of the other. It is the only costly thing done per week: a table holds the whole weeks, and a series the rest.
/// </summary>
internal static class Decay
{
    /// <summary>Half-lives, in days.</summary>
    public const double ShortDays = 30, LongDays = Ratio * ShortDays;

    private const int Ratio = 6, TableWeeks = 1024;
    private const long WeekTicks = 7 * TimeSpan.TicksPerDay;
    private const double Ln2 = 0.693147180559945309417232121458, PerTick = -Ln2 / (LongDays * TimeSpan.TicksPerDay);

    private static readonly double[] WholeWeeks = [.. Enumerable.Range(0, TableWeeks).Select(weeks => Math.Pow(0.5, 7 * weeks / LongDays))];

    /// <param name="age">In ticks, 0 or more.</param>
    /// <returns>From 0 to 1; agrees with <see cref="Math.Pow"/> to about 1e-15 of its value.</returns>
    public static double Long(long age)
    {
        var weeks = (ulong)age / WeekTicks;
        if (weeks >= TableWeeks)
        {
            return Math.Exp(age * PerTick);
        }

        // At most 0.027, so that the eighth power is beyond what a double holds.
        var rest = (age - ((long)weeks * WeekTicks)) * PerTick;
        return WholeWeeks[weeks] * (1 + (rest * (1 + (rest * ((1 / 2.0) + (rest * ((1 / 6.0) + (rest * ((1 / 24.0) + (rest * ((1 / 120.0) + (rest * ((1 / 720.0) + (rest * (1 / 5040.0)))))))))))))));
    }

    /// <param name="ofLong">What <see cref="Long"/> says of the same age.</param>
    public static double Short(double ofLong)
    {
        var second = ofLong * ofLong;
        return second * second * second;
    }
}
