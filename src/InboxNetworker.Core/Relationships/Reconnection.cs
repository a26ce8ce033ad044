namespace InboxNetworker.Core.Relationships;

/// <summary>A silence that ended: the two had gone quiet, and the owner wrote or met them.</summary>
/// <param name="At">When the owner first wrote or met them again.</param>
/// <param name="Answered">They wrote after the owner had, by now.</param>
/// <param name="Met">They have met since, by now.</param>
public sealed record Reconnection(DateTimeOffset At, bool Answered, bool Met)
{
    /// <param name="from">The first moment that counts.</param>
    /// <param name="to">The first that does not any more. What came of it may come later.</param>
    /// <param name="now">What came later does not count.</param>
    /// <returns>Null where the owner ended no silence in between, nor answered a mail that did.</returns>
    public static Reconnection? Of(WeeklyHistory history, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var past = history.UpTo(now);
        var before = from.AddTicks(-1);
        var (sent, met) = (past.FirstAfter(before, w => w.Sent), past.FirstAfter(before, w => w.Met));
        if (new[] { sent, met }.Min() is not { } at || at >= to || !Ends(past, at).Any(end => WasQuiet(past, end)))
        {
            return null;
        }

        return new(at, sent is { } wrote && past.FirstAfter(wrote, w => w.Received) is not null, met is not null);
    }

    /// <summary>What may have ended the silence: the owner's own part, or a mail of theirs that came after the owner's last part before it.</summary>
    private static IEnumerable<DateTimeOffset> Ends(WeeklyHistory past, DateTimeOffset at)
    {
        var earlier = past.UpTo(at.AddTicks(-1)).Weeks;
        var owners = earlier.SelectMany(w => new[] { w.Sent, w.Met }).Where(t => t.Count > 0).Select(t => t.Last).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return earlier.Where(w => w.Received.Count > 0).SelectMany(w => new[] { w.Received.First, w.Received.Last }).Where(theirs => theirs > owners).Prepend(at);
    }

    private static bool WasQuiet(WeeklyHistory past, DateTimeOffset until) =>
        Standing.TryOf(new HeldWeeks(past), until.AddSeconds(-1), out var standing) && RelationshipModel.IsQuiet(standing);
}
