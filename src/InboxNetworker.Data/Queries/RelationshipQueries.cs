using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

public static class RelationshipQueries
{
    /// <summary>Every relationship of a mailbox, from the weekly histories alone; no message is looked at.</summary>
    public static async Task<IReadOnlyList<Relationship>> RelationshipsAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var addresses = await db.Addresses.AsNoTracking().Where(a => a.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false);
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.MailboxId == mailboxId).ToDictionaryAsync(c => c.Id, cancellation).ConfigureAwait(false);
        var owner = await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
        return [.. addresses.GroupBy(a => a.ContactId).Select(group => ToRelationship(contacts[group.Key], group, owner!))];
    }

    /// <returns>Null when the mailbox has no such contact.</returns>
    public static async Task<Relationship?> RelationshipAsync(this NetworkContext db, long mailboxId, long contactId, CancellationToken cancellation)
    {
        var contact = await db.Contacts.AsNoTracking()
            .SingleOrDefaultAsync(c => c.MailboxId == mailboxId && c.Id == contactId, cancellation).ConfigureAwait(false);
        if (contact is null)
        {
            return null;
        }

        var addresses = await db.Addresses.AsNoTracking()
            .Where(a => a.MailboxId == mailboxId && a.ContactId == contactId).ToListAsync(cancellation).ConfigureAwait(false);
        return ToRelationship(contact, addresses, (await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false))!);
    }

    /// <returns>Null when the mailbox has never seen the address.</returns>
    public static async Task<Relationship?> RelationshipAsync(this NetworkContext db, long mailboxId, EmailAddress address, CancellationToken cancellation)
    {
        var contactId = await db.Addresses
            .Where(a => a.MailboxId == mailboxId && a.Value == address.Value)
            .Select(a => (long?)a.ContactId).SingleOrDefaultAsync(cancellation).ConfigureAwait(false);
        return contactId is { } id ? await db.RelationshipAsync(mailboxId, id, cancellation).ConfigureAwait(false) : null;
    }

    private static Relationship ToRelationship(ContactRow contact, IEnumerable<AddressRow> rows, MailboxRecord owner)
    {
        var addresses = rows.OrderByDescending(a => a.LastAt).ThenBy(a => a.Id)
            .Select(row => (Row: row, Address: EmailAddress.TryParse(row.Value, out var address) ? address : throw new InvalidDataException("A stored address cannot be read."), History: row.History.ToHistory()))
            .ToList();
        var name = contact.Name ?? addresses.Select(a => a.Row.Name).FirstOrDefault(n => n is not null) ?? DisplayName.FromAddress(addresses[0].Address);
        var noises = addresses.Select(a => LeftOut.Why(a.Address, a.Row.Kind, a.History, owner.OwnerName, owner.OwnAddresses)).ToList();
        return new Relationship(
            new Person(contact.Id, name, [.. addresses.Select(a => a.Address)], contact.Department, contact.Company, contact.JobTitle),
            addresses.Select(a => a.History).Aggregate(WeeklyHistory.Empty, (all, one) => all.Merge(one)),
            Newest(addresses.Select(a => (a.Row.LastSubject, a.Row.LastSubjectAt))),
            Newest(addresses.Select(a => (a.Row.LastMeeting, a.Row.LastMeetingAt))),
            noises.All(n => n is not null) ? noises[0] : null);
    }

    private static Topic? Newest(IEnumerable<(string? Text, DateTimeOffset? At)> topics) =>
        topics.Where(t => t.Text is not null && t.At is not null).Select(t => new Topic(t.Text!, t.At!.Value)).MaxBy(t => t.At);
}
