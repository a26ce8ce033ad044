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
        var filter = await db.PeopleFilterAsync(mailboxId, null, cancellation).ConfigureAwait(false);
        return [.. addresses.GroupBy(a => a.ContactId).Select(group => ToRelationship(group.Key, group, filter))];
    }

    /// <summary>Every address by the id of its row.</summary>
    public static Task<Dictionary<long, string>> AddressesByIdAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        db.Addresses.Where(a => a.MailboxId == mailboxId).ToDictionaryAsync(a => a.Id, a => a.Value, cancellation);

    /// <returns>Null when the mailbox has no such contact.</returns>
    public static async Task<Relationship?> RelationshipAsync(this NetworkContext db, long mailboxId, long contactId, CancellationToken cancellation)
    {
        var addresses = await db.Addresses.AsNoTracking()
            .Where(a => a.MailboxId == mailboxId && a.ContactId == contactId).ToListAsync(cancellation).ConfigureAwait(false);
        return addresses.Count == 0
            ? null
            : ToRelationship(contactId, addresses, await db.PeopleFilterAsync(mailboxId, addresses.ConvertAll(a => a.Value), cancellation).ConfigureAwait(false));
    }

    /// <returns>Null when the mailbox has never seen the address.</returns>
    public static async Task<Relationship?> RelationshipAsync(this NetworkContext db, long mailboxId, EmailAddress address, CancellationToken cancellation)
    {
        var contactId = await db.Addresses
            .Where(a => a.MailboxId == mailboxId && a.Value == address.Value)
            .Select(a => (long?)a.ContactId).SingleOrDefaultAsync(cancellation).ConfigureAwait(false);
        return contactId is { } id ? await db.RelationshipAsync(mailboxId, id, cancellation).ConfigureAwait(false) : null;
    }

    /// <summary>Every address with the name it goes by, and whose it is taken to be.</summary>
    public static async Task<IReadOnlyList<(long ContactId, KnownAddress Known)>> KnownAddressesAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        [.. (await db.Addresses.AsNoTracking().Where(a => a.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false))
            .Select(a => (a.ContactId, new KnownAddress(a.Parsed(), a.Name ?? a.MeetingName)))];

    internal static Relationship ToRelationship(long contactId, IEnumerable<AddressRow> rows, PeopleFilter filter)
    {
        var addresses = rows.OrderByDescending(a => a.LastAt).ThenBy(a => a.Value, StringComparer.Ordinal).Select(row => (Row: row, Address: row.Parsed(), History: row.History.ToHistory())).ToList();
        var name = First(a => a.DirectoryName) ?? First(a => a.Name) ?? First(a => a.MeetingName) ?? DisplayName.FromAddress(addresses[0].Address);
        var word = filter.WordOn(addresses.Select(a => a.Row.Value));
        var noises = addresses.Select(a => filter.NoiseOf(a.Address, a.Row.Kind, a.History, word.Preferences.Keep)).ToList();
        return new Relationship(
            new Person(contactId, name, [.. addresses.Select(a => a.Address)], First(a => a.Department), First(a => a.Company), First(a => a.JobTitle)),
            addresses.Select(a => a.History).Aggregate(WeeklyHistory.Empty, (all, one) => all.Merge(one)),
            Newest(addresses.Select(a => (a.Row.LastSubject, a.Row.LastSubjectAt))),
            Newest(addresses.Select(a => (a.Row.LastMeeting, a.Row.LastMeetingAt))),
            filter.Choices.ForPerson(addresses.Select(a => a.Address)) == true ? Noise.ByOwner : noises.All(n => n is not null) ? noises[0] : null)
        {
            Word = word,
            Calibration = filter.Calibration,
            NextMeeting = Soonest(addresses.Select(a => (a.Row.NextMeeting, a.Row.NextMeetingAt))),
        };

        string? First(Func<AddressRow, string?> text) => addresses.Select(a => text(a.Row)).FirstOrDefault(t => t is not null);
    }

    private static Topic? Newest(IEnumerable<(string? Text, DateTimeOffset? At)> topics) =>
        topics.Where(t => t.Text is not null && t.At is not null).Select(t => new Topic(t.Text!, t.At!.Value)).MaxBy(t => t.At);

    private static Topic? Soonest(IEnumerable<(string? Text, DateTimeOffset? At)> topics) =>
        topics.Where(t => t.At is not null).Select(t => new Topic(t.Text ?? string.Empty, t.At!.Value)).MinBy(t => t.At);
}
