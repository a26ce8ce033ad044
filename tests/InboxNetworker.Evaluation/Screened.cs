using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Evaluation;

/// <summary>An address of a mailbox, and what the product does with it once the whole mailbox is read.</summary>
/// <param name="LeftOut">What speaks against a person behind the address alone.</param>
/// <param name="Rule">What leaves it out of the suggestions; null for a person with mail both ways.</param>
internal sealed record Screened(string Mailbox, EmailAddress Address, WeeklyHistory History, string? Rule, Noise? LeftOut)
{
    /// <summary>The product's codes in the order of the tables; the last two follow from the history, the others from the address.</summary>
    public static readonly IReadOnlyList<(string Code, string Title)> Rules =
    [
        ("left-out-no-reply", "NoReply"), ("left-out-automatic", "Automatic"), ("left-out-role", "Role"), ("left-out-list", "List"),
        ("left-out-room", "Room"), ("left-out-own-alias", "OwnAlias"), ("one-way", "OneWay"), ("never-wrote-back", "NoAnswer"),
    ];

    public int Sent => History.Weeks.Sum(w => w.Sent.Count);

    public int Received => History.Weeks.Sum(w => w.Received.Count);

    public bool BothWays => Sent > 0 && Received > 0;

    /// <summary>Weeks in which the owner wrote, or in which the other did, whichever are fewer.</summary>
    public int MutualWeeks => Math.Min(History.Weeks.Count(w => w.Sent.Count > 0), History.Weeks.Count(w => w.Received.Count > 0));

    /// <returns>One for each address that the product can read, and how many it cannot.</returns>
    public static (IReadOnlyList<Screened> Addresses, int Unreadable) Of(Mailbox mailbox)
    {
        var own = mailbox.Own.Select(Parse).OfType<EmailAddress>().ToList();
        var name = own.Select(DisplayName.FromAddress).First();
        var read = mailbox.Contacts.Select(c => (Address: Parse(c.Key), c.Value)).ToList();
        var now = DateTimeOffset.FromUnixTimeSeconds(mailbox.Contacts.Values.Max(c => c[^1].At));
        var addresses = read.Where(c => c.Address is not null && !own.Contains(c.Address)).GroupBy(c => c.Address!, c => c.Value)
            .OrderBy(g => g.Key.Value, StringComparer.Ordinal)
            .Select(g =>
            {
                var relationship = Relationship(g.Key, Weeks(g.Key, g.SelectMany(c => c)), name, own);
                return new Screened(mailbox.Name, g.Key, relationship.History, RuleOf(relationship, now), relationship.Noise);
            });
        return ([.. addresses], read.Count(c => c.Address is null));
    }

    /// <summary>The addresses the product would suggest first at a moment, as if nothing had come later.</summary>
    public static IReadOnlyList<Screened> First(IEnumerable<Screened> kept, DateTimeOffset now, int count) =>
    [
        .. kept.Select(k => (Kept: k, Relationship: new Relationship(Person(k.Address), k.History, null, null)))
            .Select(k => (k.Kept, k.Relationship, Assessment: RelationshipModel.Assess(k.Relationship, now)))
            .Where(k => Listing.StatusOf(k.Relationship, k.Assessment, now).Listed)
            .OrderByDescending(k => k.Assessment.Tie).ThenBy(k => k.Kept.Address.Value, StringComparer.Ordinal)
            .Take(count).Select(k => k.Kept),
    ];

    private static Relationship Relationship(EmailAddress address, WeeklyHistory history, string ownerName, IReadOnlyList<EmailAddress> own) =>
        new(Person(address), history, null, null, Core.Relationships.LeftOut.Why(address, DirectoryKind.Unknown, history, ownerName, own));

    private static string? RuleOf(Relationship relationship, DateTimeOffset now)
    {
        var code = Listing.StatusOf(relationship, RelationshipModel.Assess(relationship, now), now).Code;
        return Rules.Any(r => r.Code == code) ? code : null;
    }

    private static Person Person(EmailAddress address) => new(0, DisplayName.FromAddress(address), [address]);

    private static WeeklyHistory Weeks(EmailAddress address, IEnumerable<Contact> contacts) => WeeklyHistory.Of(contacts.Select(c => new Interaction(
        default, address, DateTimeOffset.FromUnixTimeSeconds(c.At), Channel.Mail, c.Outgoing ? Direction.Out : Direction.In)));

    private static EmailAddress? Parse(string text) => EmailAddress.TryParse(text, out var address) ? address : null;
}
