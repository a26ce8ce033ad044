using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Network;

/// <summary>Who could be introduced to somebody: people the owner knows, of another place, who have never been seen together with them.</summary>
public static class Introductions
{
    /// <summary>The strongest tie first.</summary>
    /// <param name="people">Everybody, in any order.</param>
    /// <param name="together">The contacts who stood on a mail of the owner's or in a meeting together with <paramref name="with"/>.</param>
    public static IReadOnlyList<Relationship> For(Relationship with, IEnumerable<Relationship> people, IReadOnlySet<long> together, int most, DateTimeOffset now) =>
        [.. people
            .Where(p => p.Noise is null && p.History.Weeks.Length >= RelationshipModel.MinWeeks && p.Person.Id != with.Person.Id && !together.Contains(p.Person.Id) && !p.Word.Preferences.Resting && !IsOfOnePlace(p, with))
            .Select(p => (Relationship: p, Assessment: RelationshipModel.Assess(p, now)))
            .Where(p => p.Assessment.State is not RelationshipState.Unknown)
            .OrderByDescending(p => p.Assessment.Tie).ThenBy(p => p.Relationship.Person.Id)
            .Take(most)
            .Select(p => p.Relationship)];

    /// <summary>Colleagues of one department, or of a company whose departments are not known, mostly know each other.</summary>
    private static bool IsOfOnePlace(Relationship one, Relationship other)
    {
        var (a, b) = (one.Person, other.Person);
        var isOneCompany = a.Company is { Length: > 0 } company && b.Company is { Length: > 0 }
            ? string.Equals(company, b.Company, StringComparison.OrdinalIgnoreCase)
            : !Reserves.IsAnybodys(a.Address.Domain) && a.Address.Domain == b.Address.Domain;
        return isOneCompany && !(a.Department is { Length: > 0 } && b.Department is { Length: > 0 } && !string.Equals(a.Department, b.Department, StringComparison.OrdinalIgnoreCase));
    }
}
