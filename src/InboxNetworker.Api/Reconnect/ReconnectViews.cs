using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Reconnect;

/// <param name="AsOf">The moment all items were judged at; pages of one list share it.</param>
/// <param name="NextCursor">For the next page; null on the last one.</param>
public sealed record ReconnectPage(DateTimeOffset AsOf, IReadOnlyList<ContactItem> Items, string? NextCursor);

/// <summary>What the list can be narrowed down by; the most frequent first, at most <see cref="Most"/> of each.</summary>
public sealed record ReconnectFilters(
    IReadOnlyList<FilterValue> States, IReadOnlyList<FilterValue> Companies, IReadOnlyList<FilterValue> Departments, IReadOnlyList<FilterValue> Tags)
{
    internal const int Most = 50;

    internal static ReconnectFilters Of(IReadOnlyList<Relationship> people, DateTimeOffset now) => new(
        Counted(people.Select(p => (string?)RelationshipModel.StateOf(p, now).ToString().ToLowerInvariant())),
        Counted(people.Select(p => p.Person.Company)),
        Counted(people.Select(p => p.Person.Department)),
        Counted(people.SelectMany(p => p.Word.Preferences.Tags)));

    private static IReadOnlyList<FilterValue> Counted(IEnumerable<string?> values) =>
    [
        .. values.OfType<string>().Where(v => v.Length > 0).GroupBy(v => v, StringComparer.OrdinalIgnoreCase)
            .Select(g => new FilterValue(g.Order(StringComparer.Ordinal).First(), g.Count()))
            .OrderByDescending(v => v.People).ThenBy(v => v.Value, StringComparer.OrdinalIgnoreCase).Take(Most),
    ];
}

/// <param name="People">How many of the list it holds for; 1 or more.</param>
public sealed record FilterValue(string Value, int People);
