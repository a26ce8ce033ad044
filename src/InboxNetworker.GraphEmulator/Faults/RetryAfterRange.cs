namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>Between which bounds a <c>Retry-After</c> lies, in seconds; a whole one is rounded and may so leave the bounds by half a second.</summary>
public readonly record struct RetryAfterRange
{
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ least ≤ most ≤ 3600.</exception>
    public RetryAfterRange(double least, double most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 3600);
        Least = least;
        Most = most;
    }

    public double Least { get; }

    public double Most { get; }

    /// <param name="roll">From 0 to 1.</param>
    internal double At(double roll) => Least + (roll * (Most - Least));
}
