using static InboxNetworker.Core.Relationships.WeeklyHistoryFormat;

namespace InboxNetworker.Core.Relationships;

/// <summary>Writes the weeks of a history into its bytes (<see cref="WeeklyHistoryFormat"/>), the one place that does.</summary>
/// <param name="buffer">Large enough for all that is written: <see cref="SizeAtMost"/>.</param>
internal ref struct WeekWriter(Span<byte> buffer)
{
    private const int HeaderAtMost = 6, WeekAtMost = 5 + 1 + (10 * 5);

    private readonly Span<byte> _buffer = buffer;
    private int _at = HeaderAtMost;
    private int _weeks;
    private int _previous;

    /// <summary>Bytes for so many weeks, whatever is in them.</summary>
    public static int SizeAtMost(int weeks) => HeaderAtMost + (weeks * WeekAtMost);

    public void Copy(int index, ReadOnlySpan<byte> body)
    {
        Begin(index);
        Append(body);
    }

    /// <param name="rest">Weeks that follow the one copied last, in the bytes of the same history.</param>
    public void CopyRest(ReadOnlySpan<byte> rest, int weeks)
    {
        Append(rest);
        _weeks += weeks;
    }

    public void Write(in ActiveWeek week)
    {
        Begin(week.Week.Index);
        _buffer[_at++] = (byte)((week.Sent.Count > 0 ? SentFollows : 0) | (week.Received.Count > 0 ? ReceivedFollows : 0) | (week.Met.Count > 0 ? MetFollows : 0) | (week.Gathered > 0 ? GatheredFollows : 0));
        Tally(week.Week, week.Sent);
        Tally(week.Week, week.Received);
        Tally(week.Week, week.Met);
        if (week.Gathered > 0)
        {
            Number(week.Gathered);
        }
    }

    public readonly byte[] Finish()
    {
        Span<byte> header = stackalloc byte[HeaderAtMost];
        var count = new WeekWriter(header) { _at = 1 };
        header[0] = WeeklyHistoryFormat.Version;
        count.Number(_weeks);
        return [.. header[..count._at], .. _buffer[HeaderAtMost.._at]];
    }

    private void Begin(int index)
    {
        var distance = index - _previous;
        Number((distance << 1) ^ (distance >> 31));
        _previous = index;
        _weeks++;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer[_at..]);
        _at += bytes.Length;
    }

    private void Tally(IsoWeek week, Tally tally)
    {
        if (tally.Count > 0)
        {
            Number(tally.Count);
            Number((int)(tally.First - week.Start).TotalSeconds);
            Number((int)(tally.Last - tally.First).TotalSeconds);
        }
    }

    private void Number(int number)
    {
        var left = (uint)number;
        for (; left >= 0x80; left >>= 7)
        {
            _buffer[_at++] = (byte)(left | 0x80);
        }

        _buffer[_at++] = (byte)left;
    }
}
