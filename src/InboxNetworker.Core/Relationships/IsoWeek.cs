using System.Globalization;

namespace InboxNetworker.Core.Relationships;

/// <summary>A week from Monday to Sunday, UTC, as ISO 8601 counts them.</summary>
/// <param name="Index">Weeks since the one that holds 1 January 1970 (Monday 29 December 1969 = 0). May be negative.</param>
public readonly record struct IsoWeek(int Index) : IComparable<IsoWeek>
{
    public const int Seconds = 7 * 24 * 60 * 60;

    private const int ThursdayOfEpoch = 3 * 24 * 60 * 60;

    /// <summary>Midnight of its Monday; belongs to the week.</summary>
    public DateTimeOffset Start => DateTimeOffset.FromUnixTimeSeconds(((long)Index * Seconds) - ThursdayOfEpoch);

    /// <summary>Midnight of the Monday after; does not belong to the week.</summary>
    public DateTimeOffset End => new IsoWeek(Index + 1).Start;

    public static bool operator <(IsoWeek left, IsoWeek right) => left.Index < right.Index;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.Index > right.Index;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.Index <= right.Index;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.Index >= right.Index;

    public static IsoWeek Of(DateTimeOffset at) => new((int)Math.Floor((at.ToUnixTimeSeconds() + (double)ThursdayOfEpoch) / Seconds));

    public int CompareTo(IsoWeek other) => Index.CompareTo(other.Index);

    /// <summary>As in <c>2024-W13</c>.</summary>
    public override string ToString()
    {
        var monday = Start.UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday)}-W{ISOWeek.GetWeekOfYear(monday):00}");
    }
}
