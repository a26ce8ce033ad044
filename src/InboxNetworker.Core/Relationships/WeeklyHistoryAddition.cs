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
            var old = new Weeks(history);
            var sum = new Writer(buffer);
            foreach (var week in more.Weeks)
            {
                while (old.Any && old.Index < week.Week.Index)
                {
                    sum.Copy(ref old);
                }

                if (old.Any && old.Index == week.Week.Index)
                {
                    sum.Write(old.Read() + week);
                    old.Next();
                }
                else
                {
                    sum.Write(week);
                }
            }

            sum.CopyRest(ref old);
            return sum.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static InvalidDataException NoHistory() => new("These bytes are not a weekly history.");

    /// <summary>A walk over the weeks of a history without reading what is in them.</summary>
    private ref struct Weeks
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private int _body;
        private int _next;
        private int _left;

        public Weeks(ReadOnlySpan<byte> history)
        {
            _bytes = history;
            _next = 1;
            _left = Number(ref _next) + 1;
            Next();
        }

        public int Index { get; private set; }

        public readonly bool Any => _left > 0;

        public readonly int Left => _left;

        /// <summary>All but the distance from the week before.</summary>
        public readonly ReadOnlySpan<byte> Body => _bytes[_body.._next];

        /// <summary>Everything after this week.</summary>
        public readonly ReadOnlySpan<byte> Rest => _bytes[_next..];

        public void Next()
        {
            if (--_left <= 0)
            {
                return;
            }

            var coded = Number(ref _next);
            Index += (int)((uint)coded >> 1) ^ -(coded & 1);
            _body = _next;
            var follows = _next < _bytes.Length ? _bytes[_next++] : throw NoHistory();
            for (var numbers = (3 * ((follows & 1) + ((follows >> 1) & 1) + ((follows >> 2) & 1))) + ((follows >> 3) & 1); numbers > 0; numbers--)
            {
                Number(ref _next);
            }
        }

        public readonly ActiveWeek Read()
        {
            var at = _body + 1;
            var (week, follows) = (new IsoWeek(Index), _bytes[_body]);
            var (sent, received, met) = (Tally(ref at, week, follows & 1), Tally(ref at, week, follows & 2), Tally(ref at, week, follows & 4));
            return new ActiveWeek(week, sent, received, met, (follows & 8) == 0 ? 0 : Number(ref at));
        }

        private readonly Tally Tally(ref int at, IsoWeek week, int follows)
        {
            if (follows == 0)
            {
                return Relationships.Tally.None;
            }

            var (count, first, length) = (Number(ref at), Number(ref at), Number(ref at));
            return new Tally(count, week.Start.AddSeconds(first), week.Start.AddSeconds(first + length));
        }

        private readonly int Number(ref int at)
        {
            var (number, shift) = (0, 0);
            while (at < _bytes.Length && shift < 35)
            {
                var part = _bytes[at++];
                number |= (part & 0x7f) << shift;
                shift += 7;
                if (part < 0x80)
                {
                    return number;
                }
            }

            throw NoHistory();
        }
    }

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _at = HeaderAtMost;
        private int _weeks;
        private int _previous;

        public void Copy(ref Weeks old)
        {
            Begin(old.Index);
            Append(old.Body);
            old.Next();
        }

        public void CopyRest(ref Weeks old)
        {
            if (old.Any)
            {
                Begin(old.Index);
                Append(old.Body);
                Append(old.Rest);
                _weeks += old.Left - 1;
            }
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
