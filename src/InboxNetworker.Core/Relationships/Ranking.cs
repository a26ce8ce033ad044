namespace InboxNetworker.Core.Relationships;

/// <summary>Somebody who is suggested, and by what they rank. In the order of the list: falling tie, then rising id.</summary>
/// <param name="Tie"><see cref="Assessment.Tie"/>; always a number.</param>
public readonly record struct Ranked(long ContactId, double Tie) : IComparable<Ranked>
{
    public static bool operator <(Ranked left, Ranked right) => left.CompareTo(right) < 0;

    public static bool operator >(Ranked left, Ranked right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ranked left, Ranked right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ranked left, Ranked right) => left.CompareTo(right) >= 0;

    public int CompareTo(Ranked other) => Tie > other.Tie ? -1 : Tie < other.Tie ? 1 : ContactId.CompareTo(other.ContactId);
}

/// <summary>Whom the list suggests, and in which order; numbers only. What is said of the few who are shown is said by <see cref="RelationshipModel.Assess"/>.</summary>
public static class Ranking
{
    /// <summary>The whole list.</summary>
    public static IReadOnlyList<Ranked> Of(IReadOnlyList<Relationship> relationships, DateTimeOffset now)
    {
        var list = new List<Ranked>(relationships.Count);
        foreach (var relationship in relationships)
        {
            if (relationship.Noise is null && Rank(new HeldWeeks(relationship.History), relationship.Person.Id, relationship.NextMeeting?.At, now) is { } ranked)
            {
                list.Add(ranked);
            }
        }

        list.Sort();
        return list;
    }

    /// <summary>The whole list, if nobody were left out.</summary>
    /// <exception cref="InvalidDataException">A history cannot be read.</exception>
    public static IReadOnlyList<Ranked> Of(IEnumerable<Candidate> candidates, DateTimeOffset now)
    {
        var list = new List<Ranked>();
        foreach (var candidate in candidates)
        {
            if (Rank(new StoredWeeks(candidate.History), candidate.ContactId, candidate.NextMeetingAt, now) is { } ranked)
            {
                list.Add(ranked);
            }
        }

        list.Sort();
        return list;
    }

    private static Ranked? Rank<TWeeks>(TWeeks weeks, long contactId, DateTimeOffset? nextMeeting, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct =>
        Standing.TryOf(weeks, now, out var standing) && Listing.IsSuggested(standing, nextMeeting, now)
            ? new Ranked(contactId, RelationshipModel.Tie(standing))
            : null;
}
