using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Api.Wire;

/// <summary>A person as every list shows them.</summary>
/// <param name="Id">Opaque; stays the same as long as the mailbox is stored.</param>
/// <param name="Addresses">The one used last comes first.</param>
/// <param name="Tie">0 or more: how much this relationship was and how likely it is worth reviving.</param>
/// <param name="Contact30">From 0 to 1: the probability of contact within 30 days if nobody does anything.</param>
/// <param name="Sparkline">36 numbers of contacts, each over 30 days, the oldest first; the last ends now.</param>
public record ContactItem(
    string Id,
    string Name,
    string Address,
    IReadOnlyList<string> Addresses,
    string? Department,
    string? Company,
    string? JobTitle,
    RelationshipState State,
    double Tie,
    double Contact30,
    LastContactView? LastContact,
    IReadOnlyList<ReasonView> Reasons,
    IReadOnlyList<int> Sparkline)
{
    public static ContactItem Of(Relationship relationship, Assessment assessment, DateTimeOffset now)
    {
        var person = relationship.Person;
        return new ContactItem(
            ContactId.Of(person.Id),
            person.Name,
            person.Address.Value,
            [.. person.Addresses.Select(a => a.Value)],
            person.Department,
            person.Company,
            person.JobTitle,
            assessment.State,
            assessment.Tie,
            assessment.Contact30,
            LastContactView.Of(assessment.LastContact),
            [.. assessment.Reasons.Select(r => new ReasonView(r.Code, r.Text))],
            Sparklines.Of(relationship.History, now));
    }
}

public sealed record ReasonView(string Code, string Text);

public sealed record LastContactView(DateTimeOffset At, Channel Channel, Direction Direction)
{
    public static LastContactView? Of(LastContact? contact) => contact is null ? null : new(contact.At, contact.Channel, contact.Direction);
}
