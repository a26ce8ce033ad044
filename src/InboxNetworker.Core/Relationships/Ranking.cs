namespace InboxNetworker.Core.Relationships;

/// <summary>Somebody who is suggested, and by what they rank. In the order of the list: falling tie, then rising id.</summary>
/// <param name="Tie"><see cref="Assessment.Tie"/>, and more than any tie for those the owner asked for; always a number.</param>
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
            if (relationship.Noise is null && MayBeListed(relationship, now) && Rank(new HeldWeeks(relationship.History), relationship.Person.Id, relationship.Word, relationship.NextMeeting?.At, now) is { } ranked)
            {
                list.Add(ranked);
            }
        }

        list.Sort();
        return list;
    }

    /// <summary>Spares the walk through the history of whoever was in touch lately.</summary>
    private static bool MayBeListed(Relationship relationship, DateTimeOffset now)
    {
        var weeks = relationship.History.Weeks.AsSpan();
        return weeks.Length > 0 && (relationship.Word.Preferences.Keep || RelationshipModel.MayBeQuiet(weeks.Length, new DateTimeOffset(WeekFacts.Of(weeks[^1]).Last, TimeSpan.Zero), now));
    }

    /// <summary>The list, if nobody were left out, worked out as far as it is looked at.</summary>
    /// <remarks>
    /// How many weeks there are, which was the first, and when the last contact was bound a tie from above. So the histories are read in the order of that bound, and
    /// only until nobody who is left could come before the next one: for a page, of a small part of all.
    /// </remarks>
    /// <exception cref="InvalidDataException">A history cannot be read.</exception>
    public static IEnumerable<Ranked> Of(IEnumerable<Candidate> candidates, DateTimeOffset now)
    {
        // Whoever is only bounded comes before all of the same tie, as their own id is still to be compared.
        var queue = new PriorityQueue<Candidate?, Ranked>(candidates.Select(c => ((Candidate?)c, new Ranked(long.MinValue, TieAtMost(c, now)))).Where(c => c.Item2.Tie > 0));
        while (queue.TryDequeue(out var unread, out var ranked))
        {
            if (unread is null)
            {
                yield return ranked;
            }
            else if (Rank(unread, now) is { } known)
            {
                queue.Enqueue(null, known);
            }
        }
    }

    /// <returns>0 for those who are not suggested, whatever else is in the history.</returns>
    private static double TieAtMost(Candidate candidate, DateTimeOffset now)
    {
        if (candidate.Word.Preferences.Keep)
        {
            return double.PositiveInfinity; // the owner asked for them; they are few
        }

        var weeks = new StoredWeeks(candidate.History);
        return RelationshipModel.TieAtMost(weeks.Left, weeks.Start, candidate.LastAt, now);
    }

    private static Ranked? Rank(Candidate candidate, DateTimeOffset now) => Rank(new StoredWeeks(candidate.History), candidate.ContactId, candidate.Word, candidate.NextMeetingAt, now);

    private static Ranked? Rank<TWeeks>(TWeeks weeks, long contactId, OwnersWord word, DateTimeOffset? nextMeeting, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct =>
        Standing.TryOf(weeks, now, out var standing) && Suggestible.Rank(weeks, standing, word, nextMeeting, now) is { } rank
            ? new Ranked(contactId, rank)
            : null;
}
