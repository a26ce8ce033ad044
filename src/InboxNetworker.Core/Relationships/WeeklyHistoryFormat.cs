using System.Buffers;
using System.Collections.Immutable;

namespace InboxNetworker.Core.Relationships;

/// <summary>
/// A history as bytes, about eight a week: a version, the number of weeks, and per week its distance from the one before,
/// which of the three tallies follow, and for each its count, first second within the week and seconds from first to last;
/// last, where there were any, the number of gatherings. Version 1 knew none.
/// All numbers are unsigned variable-length integers of seven bits a byte (LEB128); the first week's distance is zigzag-coded.
/// </summary>
public static class WeeklyHistoryFormat
{
    internal const byte Version = 2;
    internal const int SentFollows = 1, ReceivedFollows = 2, MetFollows = 4, GatheredFollows = 8;

    public static byte[] ToBytes(this WeeklyHistory history)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(WeekWriter.SizeAtMost(history.Weeks.Length));
        try
        {
            var writer = new WeekWriter(buffer);
            foreach (ref readonly var week in history.Weeks.AsSpan())
            {
                writer.Write(week);
            }

            return writer.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not a history, or one of a later version.</exception>
    public static WeeklyHistory ToHistory(this byte[] bytes)
    {
        var stored = new StoredWeeks(bytes);
        var weeks = ImmutableArray.CreateBuilder<ActiveWeek>(Math.Min(stored.Left, bytes.Length));
        while (stored.Next(out _))
        {
            weeks.Add(stored.Week);
        }

        return new WeeklyHistory(weeks.DrainToImmutable());
    }
}
