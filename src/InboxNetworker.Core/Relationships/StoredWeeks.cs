using System.Buffers.Binary;
using System.Numerics;
using static InboxNetworker.Core.Relationships.WeeklyHistoryFormat;

namespace InboxNetworker.Core.Relationships;

/// <summary>The weeks of a history in its bytes (<see cref="WeeklyHistoryFormat"/>), the one place that reads them from the beginning to the end.</summary>
internal ref struct StoredWeeks : IWeeks
{
    private const byte OldestVersion = 1;
    private const int LongestNumber = 5;
    private const ulong LastBit = 0x80, EndsWithinThree = 0x808080;
    private const long WeekTicks = IsoWeek.Seconds * TimeSpan.TicksPerSecond;

    // The weeks a DateTimeOffset can hold whole.
    private static readonly int FirstIndex = IsoWeek.Of(DateTimeOffset.MinValue).Index + 1, LastIndex = IsoWeek.Of(DateTimeOffset.MaxValue).Index - 1;
    private static readonly long WeekZero = new IsoWeek(0).Start.UtcTicks;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _follows;
    private int _at = 1;
    private int _body;
    private int _index;
    private bool _any;
    private Seconds _sent, _received, _met;
    private int _gathered;

    /// <exception cref="InvalidDataException">The bytes are not a history, or one of a later version.</exception>
    public StoredWeeks(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        if (bytes.IsEmpty)
        {
            throw BreaksOff();
        }

        if (bytes[0] is < OldestVersion or > WeeklyHistoryFormat.Version)
        {
            throw new InvalidDataException($"A weekly history of version {bytes[0]} cannot be read; this program knows version {WeeklyHistoryFormat.Version}.");
        }

        _follows = bytes[0] == OldestVersion ? GatheredFollows : 2 * GatheredFollows;
        Left = Number(bytes, ref _at);
        Demand(Left >= 0);
        Demand(Left > 0 || bytes.Length == _at);
    }

    /// <summary>How many weeks are still to come, as the bytes say; they may break off before.</summary>
    public int Left { get; private set; }

    /// <summary>The first week, before any was walked to; the week of index 0 where there is none.</summary>
    public readonly IsoWeek Start
    {
        get
        {
            var at = _at;
            return new IsoWeek(Left == 0 ? 0 : Distance(Number(_bytes, ref at)));
        }
    }

    /// <summary>The bytes of the week it is at, but for its distance from the one before.</summary>
    public readonly ReadOnlySpan<byte> Body => _bytes[_body.._at];

    /// <summary>The bytes of all weeks still to come.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_at..];

    public readonly ActiveWeek Week
    {
        get
        {
            var start = new IsoWeek(_index).Start;
            return new(new IsoWeek(_index), _sent.From(start), _received.From(start), _met.From(start), _gathered);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not a history.</exception>
    public bool Next(out WeekFacts week)
    {
        if (Left == 0)
        {
            week = default;
            return false;
        }

        Left--;
        var bytes = _bytes;
        var at = _at;
        var distance = Distance(Number(bytes, ref at));
        var index = unchecked(_index + distance);
        Demand((distance > 0 || !_any) && index >= FirstIndex && index <= LastIndex);
        _body = at;
        var follows = (uint)at < (uint)bytes.Length ? bytes[at++] : throw BreaksOff();
        Demand(follows < _follows && (follows & (SentFollows | ReceivedFollows | MetFollows)) != 0);
        Seconds sent = default, received = default, met = default;
        if ((follows & SentFollows) != 0)
        {
            sent = Read(bytes, ref at);
        }

        if ((follows & ReceivedFollows) != 0)
        {
            received = Read(bytes, ref at);
        }

        if ((follows & MetFollows) != 0)
        {
            met = Read(bytes, ref at);
        }

        var gathered = (follows & GatheredFollows) == 0 ? 0 : Number(bytes, ref at);
        Demand((uint)gathered <= (uint)met.Count && (Left > 0 || at == bytes.Length));
        (_at, _index, _any, _sent, _received, _met, _gathered) = (at, index, true, sent, received, met, gathered);
        var last = Math.Max(sent.Last, Math.Max(received.Last, met.Last));
        week = new WeekFacts(index, sent.Count, received.Count, met.Count, gathered, WeekZero + (index * WeekTicks) + (last * TimeSpan.TicksPerSecond));
        return true;
    }

    private static int Distance(int coded) => (int)((uint)coded >> 1) ^ -(coded & 1);

    private static Seconds Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        // Nearly always a count of one byte and two numbers of at most three: taken from one word, as which of them end where nobody foresees.
        if (BinaryPrimitives.TryReadUInt64LittleEndian(bytes[at..], out var word) && (word & LastBit) == 0)
        {
            var rest = word >> 8;
            var firstBits = BitOperations.TrailingZeroCount(~rest & EndsWithinThree) + 1;
            var after = rest >> firstBits;
            var lengthBits = BitOperations.TrailingZeroCount(~after & EndsWithinThree) + 1;
            if (firstBits <= 24 && lengthBits <= 24)
            {
                at += 1 + ((firstBits + lengthBits) >> 3);
                return Checked((int)word & 0x7f, Joined(rest, firstBits), Joined(after, lengthBits));
            }
        }

        return Checked(Number(bytes, ref at), Number(bytes, ref at), Number(bytes, ref at));
    }

    /// <summary>The seven bits of each of the first bytes.</summary>
    private static int Joined(ulong bytes, int bits)
    {
        var own = (uint)bytes & ((1u << bits) - 1);
        return (int)((own & 0x7f) | ((own >> 1) & 0x3f80) | ((own >> 2) & 0x1fc000));
    }

    private static Seconds Checked(int count, int first, int length)
    {
        Demand(count > 0 && first >= 0 && length >= 0 && (long)first + length < IsoWeek.Seconds);
        return new Seconds(count, first, first + length);
    }

    private static int Number(ReadOnlySpan<byte> bytes, ref int at) =>
        (uint)at < (uint)bytes.Length && bytes[at] < LastBit ? bytes[at++] : AnyNumber(bytes, ref at);

    private static int AnyNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (number, shift) = (0u, 0);
        while ((uint)at < (uint)bytes.Length)
        {
            uint part = bytes[at++];
            number |= (part & 0x7f) << shift;
            if (part < 0x80)
            {
                // Of the fifth byte four bits belong to a number of 32.
                Demand(shift < 7 * (LongestNumber - 1) || part < 0x10);
                return (int)number;
            }

            shift += 7;
            Demand(shift < 7 * LongestNumber);
        }

        throw BreaksOff();
    }

    private static InvalidDataException BreaksOff() => new("A weekly history ends before its last week.");

    private static void Demand(bool condition)
    {
        if (!condition)
        {
            throw new InvalidDataException("These bytes are not a weekly history: a number in them cannot be.");
        }
    }

    /// <summary>A <see cref="Tally"/> in seconds of its week.</summary>
    private readonly record struct Seconds(int Count, int First, int Last)
    {
        public Tally From(DateTimeOffset start) => Count == 0 ? Tally.None : new Tally(Count, start.AddSeconds(First), start.AddSeconds(Last));
    }
}
