using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Filtered;

/// <param name="AsOf">Pages of one list share it.</param>
/// <param name="Rules">How many are left out by each rule, the most frequent first.</param>
/// <param name="Choices">What the owner has decided, by address or domain.</param>
/// <param name="NextCursor">For the next page; null on the last one.</param>
public sealed record FilteredPage(DateTimeOffset AsOf, IReadOnlyList<RuleView> Rules, IReadOnlyList<ChoiceView> Choices, IReadOnlyList<FilteredItem> Items, string? NextCursor);

/// <param name="Code">Stable, for programs: <c>left-out-list</c>, <c>left-out-no-reply</c> …</param>
/// <param name="Count">Contacts left out by it.</param>
public sealed record RuleView(string Code, string Text, int Count);

/// <param name="Pattern">An address, or a domain as <c>@example.com</c>.</param>
/// <param name="LeftOut">Left out, or kept whatever the rules say.</param>
public sealed record ChoiceView(string Pattern, bool LeftOut);

/// <summary>Somebody, or something, that is never suggested, and why.</summary>
/// <param name="Code">Of the rule.</param>
/// <param name="Sent">Mails from the owner.</param>
/// <param name="Received">Mails to the owner.</param>
public sealed record FilteredItem(string Id, string Name, string Address, IReadOnlyList<string> Addresses, string Code, string Text, int Sent, int Received, int Meetings, DateTimeOffset? LastContactAt)
{
    public static FilteredItem Of(Relationship relationship, Noise noise)
    {
        var person = relationship.Person;
        var weeks = relationship.History.Weeks;
        var status = Listing.For(noise);
        return new FilteredItem(
            ContactId.Of(person.Id),
            person.Name,
            person.Address.Value,
            [.. person.Addresses.Select(a => a.Value)],
            status.Code,
            status.Text,
            weeks.Sum(w => w.Sent.Count),
            weeks.Sum(w => w.Received.Count),
            weeks.Sum(w => w.Met.Count),
            weeks.IsEmpty ? null : weeks[^1].Last);
    }
}

/// <param name="LeftOut">True leaves it out, false keeps it, null leaves it to the rules again.</param>
public sealed record FilterChoice(bool? LeftOut);

/// <param name="LeftOut">Null: the rules decide.</param>
/// <param name="Affected">Contacts with such an address.</param>
public sealed record FilterChosen(string Pattern, bool? LeftOut, int Affected);
