namespace InboxNetworker.Core.Relationships;

/// <summary>The six facts of a weekly history that the two numbers are made of, as of one moment. All are 0 or more.</summary>
/// <param name="Pulse">Weeks with contact; one counts half after 30 days, a quarter after 60, and so on.</param>
/// <param name="Exchange">The same, but for weeks in which both turned to the other alone.</param>
/// <param name="Memory">Weeks with contact; one counts half after 180 days.</param>
/// <param name="Quarters">
/// Quarters of a year (13 weeks of the calendar) with direct contact; one counts half after 180 days since its last contact. With the weeks as many, contact
/// spread over more quarters has already outlived more pauses.
/// </param>
/// <param name="OwnWeeks">
/// Weeks from the first to the last one in which the owner turned to the other; at most 104. A first one that lies more than five years before the second
/// is taken for a wrong date and does not count.
/// </param>
/// <param name="SilenceWeeks">Since the last contact; a part of a week counts as a part.</param>
public readonly record struct Features(double Pulse, double Exchange, double Memory, double Quarters, double OwnWeeks, double SilenceWeeks)
{
    /// <returns>Null when nothing happened up to <paramref name="now"/>.</returns>
    public static Features? Of(WeeklyHistory history, DateTimeOffset now) => Standing.TryOf(new HeldWeeks(history), now, out var standing) ? Of(standing) : null;

    internal static Features Of(in Standing standing) =>
        new(standing.ShortMemory, standing.Exchange, standing.LongMemory, standing.Quarters, standing.OwnWeeks, standing.Silence / TimeSpan.FromDays(7));
}
