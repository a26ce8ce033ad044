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
    private const byte Version = 2, OldestVersion = 1;
    private const int SentFollows = 1;
    private const int ReceivedFollows = 2;
    private const int MetFollows = 4;
    private const int GatheredFollows = 8;

    // The weeks a DateTimeOffset can hold whole.
    private static readonly int FirstIndex = IsoWeek.Of(DateTimeOffset.MinValue).Index + 1, LastIndex = IsoWeek.Of(DateTimeOffset.MaxValue).Index - 1;

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
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
            if (reader.ReadByte() is var version && version is < OldestVersion or > Version)
            {
                throw new InvalidDataException($"A weekly history of version {version} cannot be read; this program knows version {Version}.");
            }

            var count = reader.Read7BitEncodedInt();
            Demand(count >= 0);
            var weeks = ImmutableArray.CreateBuilder<ActiveWeek>(Math.Clamp(count, 0, bytes.Length));
            var index = 0;
            for (var i = 0; i < count; i++)
            {
                var coded = reader.Read7BitEncodedInt();
                var distance = (int)((uint)coded >> 1) ^ -(coded & 1);
                index = unchecked(index + distance);
                var week = new IsoWeek(index);
                var follows = reader.ReadByte();
                Demand(index >= FirstIndex && index <= LastIndex && (i == 0 || distance > 0));
                Demand(follows > 0 && follows < (version == OldestVersion ? GatheredFollows : 2 * GatheredFollows));
                var (sent, received, met) = (Read(reader, week, follows & SentFollows), Read(reader, week, follows & ReceivedFollows), Read(reader, week, follows & MetFollows));
                var gathered = (follows & GatheredFollows) == 0 ? 0 : reader.Read7BitEncodedInt();
                Demand(gathered >= 0 && gathered <= met.Count && sent.Count + received.Count + met.Count > 0);
                weeks.Add(new ActiveWeek(week, sent, received, met, gathered));
            }

            Demand(reader.BaseStream.Position == bytes.Length);
            return new WeeklyHistory(weeks.ToImmutable());
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("A weekly history ends before its last week.", e);
        }
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

    private static Tally Read(BinaryReader reader, IsoWeek week, int follows)
    {
        if (follows == 0)
        {
            return Tally.None;
        }

        var count = reader.Read7BitEncodedInt();
        var first = reader.Read7BitEncodedInt();
        var length = reader.Read7BitEncodedInt();
        Demand(count > 0 && first >= 0 && length >= 0 && (long)first + length < IsoWeek.Seconds);
        return new Tally(count, week.Start.AddSeconds(first), week.Start.AddSeconds(first + length));
    }

    private static void Demand(bool condition)
    {
        if (!condition)
        {
            throw new InvalidDataException("These bytes are not a weekly history: a number in them cannot be.");
        }
    }
}
