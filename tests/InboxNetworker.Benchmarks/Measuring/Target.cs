using System.Globalization;

namespace InboxNetworker.Benchmarks.Measuring;

/// <summary>What a ratio has to be.</summary>
internal readonly record struct Target(double Bound, bool IsAtLeast)
{
    public static Target AtLeast(double bound) => new(bound, true);

    public static Target AtMost(double bound) => new(bound, false);

    public bool IsMet(double ratio) => IsAtLeast ? ratio >= Bound : ratio <= Bound;

    /// <summary>Off by more than half: less than half of what it has to reach, or more than one and a half times what it may be.</summary>
    public bool IsFarOff(double ratio) => IsAtLeast ? ratio < Bound / 2 : ratio > Bound * 1.5;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsAtLeast ? '≥' : '≤')} {Bound:0.##} ×");
}
