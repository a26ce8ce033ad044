namespace InboxNetworker.Core.Relationships;

/// <summary>
/// People the ranking alone would leave further down, though reconnecting with them is often worth the most: the most useful of dormant ties are rarely
/// the most comfortable ones (Walter, Levin and Murnighan, «Reconnection choices», 2015). Each kind keeps a place in every ten of the list (<see cref="Places"/>).
/// </summary>
public enum Reserve
{
    /// <summary>Known for <see cref="Reserves.LongKnown"/> or longer, and once in touch in <see cref="Reserves.StrongWeeks"/> weeks of a year.</summary>
    LongKnown,

    /// <summary>In another company, or in another department of the owner's.</summary>
    Elsewhere,

    /// <summary>After most pauses it was they who wrote first.</summary>
    WroteFirst,
}
