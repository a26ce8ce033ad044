using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Relationships;

/// <summary>How often two people are in touch, as people say it.</summary>
public static class Rhythms
{
    /// <summary>Fewer weeks with contact than these make no habit.</summary>
    public const int FewestWeeks = 6;

    /// <param name="now">What came later does not count.</param>
    /// <returns>As in «about every 3 weeks»; null where there is no habit, or no good word for it.</returns>
    public static string? Of(WeeklyHistory history, DateTimeOffset now) =>
        Standing.TryOf(new HeldWeeks(history), now, out var standing) && standing.Weeks >= FewestWeeks && standing.RhythmDays is { } days ? Words.Current.Often(days) : null;
}
