using System.Runtime.CompilerServices;

namespace InboxNetworker.Core.Relationships;

/// <summary>The <see cref="IsoWeek.Index"/> of the newest weeks of a history, in a ring: of the n-th week at n modulo <see cref="Size"/>.</summary>
[InlineArray(Size)]
internal struct NewestWeeks
{
    /// <summary>Of these the distances make the rhythm.</summary>
    public const int Counted = 26;

    public const int Size = 32; // a power of two, at least Counted

    private int _index;

    /// <summary>The median distance between two weeks with contact, in days; null for fewer than three weeks. At least 7.</summary>
    /// <param name="weeks">How many were put into the ring.</param>
    public static double? RhythmDays(in NewestWeeks newest, int weeks)
    {
        if (weeks < 3)
        {
            return null;
        }

        Span<int> gaps = stackalloc int[Math.Min(weeks, Counted) - 1];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = newest[(weeks - 1 - i) % Size] - newest[(weeks - 2 - i) % Size];
        }

        gaps.Sort();
        var middle = gaps.Length / 2;
        return 7.0 * (gaps.Length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0);
    }
}
