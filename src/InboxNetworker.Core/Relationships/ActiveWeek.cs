using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Relationships;

/// <summary>How often something happened within one week, and when first and last.</summary>
/// <param name="Count">0 or more; with 0 both times are the default and mean nothing.</param>
public readonly record struct Tally(int Count, DateTimeOffset First, DateTimeOffset Last)
{
    public static Tally None => default;

    public static Tally Once(DateTimeOffset at) => new(1, at, at);

    /// <summary>
    /// Without what began later than <paramref name="now"/>. Of a tally that goes on beyond it only the first time is surely past;
    /// its count stays whole, for its parts are not told apart.
    /// </summary>
    internal Tally UpTo(DateTimeOffset now) => Count == 0 || First > now ? None : Last > now ? this with { Last = First } : this;

    public static Tally operator +(Tally a, Tally b) => Add(a, b);

    public static Tally Add(Tally a, Tally b)
    {
        if (a.Count == 0)
        {
            return b;
        }

        return b.Count == 0
            ? a
            : new Tally(a.Count + b.Count, a.First < b.First ? a.First : b.First, a.Last > b.Last ? a.Last : b.Last);
    }
}

/// <summary>A week in which the two were in touch at least once.</summary>
/// <param name="Sent">Mails from the owner.</param>
/// <param name="Received">Mails from the counterpart.</param>
/// <param name="Met">Meetings both took part in.</param>
/// <param name="Gathered">How many of these were gatherings: occurrences of a series, or large. From 0 to <c>Met.Count</c>.</param>
public readonly record struct ActiveWeek(IsoWeek Week, Tally Sent, Tally Received, Tally Met, int Gathered = 0)
{
    /// <summary>One of the two turned to the other: a mail, or a meeting that was no gathering.</summary>
    public bool IsDirect => Mails > 0 || Met.Count > Gathered;

    public int Count => Sent.Count + Received.Count + Met.Count;

    public int Mails => Sent.Count + Received.Count;

    public DateTimeOffset First => (Sent + Received + Met).First;

    public DateTimeOffset Last => (Sent + Received + Met).Last;

    /// <summary>Of several at the same time a mail of the owner's goes before one to the owner, and both before a meeting.</summary>
    internal LastContact LastContact => new[]
    {
        (Tally: Sent, Channel: Channel.Mail, Direction: Direction.Out),
        (Tally: Received, Channel: Channel.Mail, Direction: Direction.In),
        (Tally: Met, Channel: Channel.Meeting, Direction: Direction.Both),
    }
    .Where(t => t.Tally.Count > 0)
    .Select(t => new LastContact(t.Tally.Last, t.Channel, t.Direction))
    .MaxBy(t => t.At)!;

    /// <summary>Without what came later than <paramref name="now"/>; perhaps nothing.</summary>
    internal ActiveWeek UpTo(DateTimeOffset now) => Week.End <= now ? this : new(Week, Sent.UpTo(now), Received.UpTo(now), Met.UpTo(now), Met.First > now ? 0 : Gathered);

    public static ActiveWeek operator +(ActiveWeek a, ActiveWeek b) => Add(a, b);

    /// <param name="a">A week.</param>
    /// <param name="b">The same week.</param>
    public static ActiveWeek Add(ActiveWeek a, ActiveWeek b) => new(a.Week, a.Sent + b.Sent, a.Received + b.Received, a.Met + b.Met, a.Gathered + b.Gathered);
}
