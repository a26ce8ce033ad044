using System.Buffers;

namespace InboxNetworker.Core.Relationships;

/// <summary>
/// Adds to a history in its bytes, touching only the weeks that change: a mailbox is read newest first, so that nearly always something is put
/// before what is there. The bytes are those of <see cref="WeeklyHistoryFormat"/>, whoever wrote them.
/// </summary>
public static class WeeklyHistoryAddition
{
    private const byte Version = 2;
    private const int HeaderAtMost = 6, WeekAtMost = 5 + 1 + (10 * 5);

    /// <returns>The bytes of both as one, as <see cref="WeeklyHistory.Merge"/> would give.</returns>
    /// <exception cref="InvalidDataException">The bytes are not a history, or one of a later version.</exception>
    public static byte[] Plus(this byte[] history, WeeklyHistory more)
    {
        if (history.Length == 0 || history[0] != Version || more.IsEmpty)
        {
            return history.Length == 0 ? more.ToBytes() : history.ToHistory().Merge(more).ToBytes();
        }

        var buffer = ArrayPool<byte>.Shared.Rent(HeaderAtMost + history.Length + (more.Weeks.Length * 2 * WeekAtMost));
        try
        {
            var old = new StoredWeeks(history);
            var sum = new Writer(buffer);
            var any = old.Next(out var week);
            foreach (var added in more.Weeks)
            {
                for (; any && week.Index < added.Week.Index; any = old.Next(out week))
                {
                    sum.Copy(week.Index, old.Body);
                }

                if (any && week.Index == added.Week.Index)
                {
                    sum.Write(old.Week + added);
                    any = old.Next(out week);
                }
                else
                {
                    sum.Write(added);
                }
            }

            if (any)
            {
                sum.Copy(week.Index, old.Body);
                sum.CopyRest(old.Rest, old.Left);
            }

            return sum.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _at = HeaderAtMost;
        private int _weeks;
        private int _previous;

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
            _buffer[_at++] = (byte)((week.Sent.Count > 0 ? 1 : 0) | (week.Received.Count > 0 ? 2 : 0) | (week.Met.Count > 0 ? 4 : 0) | (week.Gathered > 0 ? 8 : 0));
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
            var count = new Writer(header) { _at = 1 };
            header[0] = Version;
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
}
