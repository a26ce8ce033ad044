namespace InboxNetworker.GraphEmulator.Faults;

/// <summary>What one request drew.</summary>
/// <param name="Number">The running number of the request under its plan.</param>
internal readonly record struct FaultDraw(long Seed, long Number, FaultKind? Kind = null)
{
    /// <summary>Evenly from 0 to below 1; each purpose has its own.</summary>
    public double Roll(int purpose)
    {
        // SplitMix64: a good mix of few bits, and no state to guard between threads.
        var x = (ulong)Seed + (0x9E3779B97F4A7C15UL * ((((ulong)Number + 1) * 16) + (ulong)purpose));
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return ((x ^ (x >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
