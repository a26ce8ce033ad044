using System.Buffers;

namespace InboxNetworker.Core.Relationships;

/// <summary>
/// Adds to a history in its bytes, touching only the weeks that change: a mailbox is read newest first, so that nearly always something is put
/// before what is there. The bytes are those of <see cref="WeeklyHistoryFormat"/>, whoever wrote them.
/// </summary>
public static class WeeklyHistoryAddition
{
    /// <returns>The bytes of both as one, as <see cref="WeeklyHistory.Merge"/> would give.</returns>
    /// <exception cref="InvalidDataException">The bytes are not a history, or one of a later version.</exception>
    public static byte[] Plus(this byte[] history, WeeklyHistory more)
    {
        if (history.Length == 0 || history[0] != WeeklyHistoryFormat.Version || more.IsEmpty)
        {
            return history.Length == 0 ? more.ToBytes() : history.ToHistory().Merge(more).ToBytes();
        }

        var buffer = ArrayPool<byte>.Shared.Rent(history.Length + WeekWriter.SizeAtMost(2 * more.Weeks.Length));
        try
        {
            var old = new StoredWeeks(history);
            var sum = new WeekWriter(buffer);
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
}
