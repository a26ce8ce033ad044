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
    private const byte Version = 2;
    private const int SentFollows = 1;
    private const int ReceivedFollows = 2;
    private const int MetFollows = 4;
    private const int GatheredFollows = 8;

    public static byte[] ToBytes(this WeeklyHistory history)
    {
        using var stream = new MemoryStream(16 + (history.Weeks.Length * 12));
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write7BitEncodedInt(history.Weeks.Length);
        var previous = 0;
        foreach (var week in history.Weeks)
        {
            var distance = week.Week.Index - previous;
            writer.Write7BitEncodedInt((distance << 1) ^ (distance >> 31));
            previous = week.Week.Index;
            writer.Write((byte)((week.Sent.Count > 0 ? SentFollows : 0) | (week.Received.Count > 0 ? ReceivedFollows : 0) | (week.Met.Count > 0 ? MetFollows : 0) | (week.Gathered > 0 ? GatheredFollows : 0)));
            Write(writer, week.Week, week.Sent);
            Write(writer, week.Week, week.Received);
            Write(writer, week.Week, week.Met);
            if (week.Gathered > 0)
            {
                writer.Write7BitEncodedInt(week.Gathered);
            }
        }

        writer.Flush();
        return stream.ToArray();
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

    private static void Write(BinaryWriter writer, IsoWeek week, Tally tally)
    {
        if (tally.Count == 0)
        {
            return;
        }

        writer.Write7BitEncodedInt(tally.Count);
        writer.Write7BitEncodedInt((int)(tally.First - week.Start).TotalSeconds);
        writer.Write7BitEncodedInt((int)(tally.Last - tally.First).TotalSeconds);
    }
}
