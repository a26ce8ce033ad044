namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>The messages of a file as they stood at the end of one day, moved by whole weeks to end shortly before now.</summary>
internal sealed record AsOfDay(DateOnly Day, int Weeks, IReadOnlyList<FileMessage> Messages)
{
    /// <summary>A wider gap than this before the newest few messages says that their dates are wrong.</summary>
    private static readonly TimeSpan WidestGap = TimeSpan.FromDays(365);

    public static AsOfDay Apply(FileContents contents, MailboxFileOptions options)
    {
        var times = contents.Messages.Select(m => m.Sent).Order().ToList();
        var day = options.AsOf ?? DateOnly.FromDateTime(LastPlausible(times, options.Now).UtcDateTime);
        var end = new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
        var kept = contents.Messages.Where(m => m.Sent <= end).ToList();
        if (kept.Count == 0)
        {
            throw new MailboxFileException(
                $"{contents.FileName} holds nothing up to {day:yyyy-MM-dd}: its messages are from {times[0]:yyyy-MM-dd} to {times[^1]:yyyy-MM-dd}; give a day between them.");
        }

        var weeks = WeeksBetween(end, options.Now, kept.Max(m => m.Sent));
        var shift = TimeSpan.FromDays(7.0 * weeks);
        return new AsOfDay(day, weeks, weeks == 0 ? kept : [.. kept.Select(m => m with { Sent = m.Sent + shift })]);
    }

    /// <summary>Whole weeks, so that weekdays stay; the end then lies in the last seven days before <paramref name="now"/>.</summary>
    /// <param name="newest">A mailbox of today, whose day has not ended yet, stays where it is as long as nothing of it lies in the future.</param>
    internal static int WeeksBetween(DateTimeOffset end, DateTimeOffset now, DateTimeOffset newest)
    {
        var weeks = (int)Math.Floor((now - end) / TimeSpan.FromDays(7));
        return weeks < 0 && end - now < TimeSpan.FromDays(1) && newest <= now ? 0 : weeks;
    }

    /// <summary>
    /// The newest time that can be believed. The newest few, while they make up less than 1 % of all, are not
    /// when they lie after <paramref name="now"/> or more than 365 days after the one before them.
    /// </summary>
    internal static DateTimeOffset LastPlausible(List<DateTimeOffset> oldestFirst, DateTimeOffset now)
    {
        var last = oldestFirst.Count - 1;
        for (var i = oldestFirst.Count - 1; i > 0 && (oldestFirst.Count - i) * 100L < oldestFirst.Count; i--)
        {
            if (oldestFirst[i] > now || oldestFirst[i] - oldestFirst[i - 1] > WidestGap)
            {
                last = i - 1;
            }
        }

        return oldestFirst[last];
    }
}
