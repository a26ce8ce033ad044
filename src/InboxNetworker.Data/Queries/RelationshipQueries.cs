using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>A part of the list of whom to reconnect with.</summary>
/// <param name="Revision">Of the mailbox as it was read from; 0 where nothing of it is stored.</param>
/// <param name="People">In order.</param>
public sealed record Suggested(long Revision, IReadOnlyList<(Ranked Rank, Relationship Relationship)> People);

public static class RelationshipQueries
{
    private const int ReadAtLeast = 24;

    /// <summary>Every relationship of a mailbox, from the weekly histories alone; no message is looked at.</summary>
    public static async Task<IReadOnlyList<Relationship>> RelationshipsAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var addresses = await db.Addresses.AsNoTracking().Where(a => a.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false);
        var filter = await FilterAsync(db, mailboxId, null, cancellation).ConfigureAwait(false);
        return [.. addresses.GroupBy(a => a.ContactId).Select(group => ToRelationship(group.Key, group, filter))];
    }

    /// <summary>
    /// The list of whom to reconnect with, from a place in it on. Everybody is ranked by the little that ranking needs; whether somebody is left
    /// out is asked, and the rest read, of those alone who would be shown.
    /// </summary>
    /// <param name="after">The last one before; null to begin at the first.</param>
    /// <param name="most">At most so many; 1 or more.</param>
    public static async Task<Suggested> SuggestedAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, Ranked? after, int most, CancellationToken cancellation) =>
        await db.AtOneMomentAsync(
            async () =>
            {
                var filter = await FilterAsync(db, mailboxId, null, cancellation).ConfigureAwait(false);
                var words = await db.OwnersWordsByContactAsync(mailboxId, filter.Said, cancellation).ConfigureAwait(false);
                var list = Ranking.Of(await db.CandidatesAsync(mailboxId, words, cancellation).ConfigureAwait(false), now);
                var shown = new List<(Ranked, Relationship)>(most);
                foreach (var some in list.SkipWhile(r => r <= after).Chunk(Math.Max(most, ReadAtLeast)))
                {
                    var ids = some.Select(r => r.ContactId).ToList();
                    // By way of the contacts, for else SQLite may look through all addresses of the mailbox.
                    var rows = await db.Contacts.Where(c => c.MailboxId == mailboxId && ids.Contains(c.Id))
                        .Join(db.Addresses.AsNoTracking(), c => c.Id, a => a.ContactId, (_, address) => address).ToListAsync(cancellation).ConfigureAwait(false);
                    var people = rows.ToLookup(a => a.ContactId);
                    var kept = some.Select(r => (Rank: r, Relationship: ToRelationship(r.ContactId, people[r.ContactId], filter))).Where(s => s.Relationship.Noise is null);
                    shown.AddRange(kept.Take(most - shown.Count));
                    if (shown.Count == most)
                    {
                        break;
                    }
                }

                return new Suggested(filter.Revision, shown);
            },
            cancellation).ConfigureAwait(false);

    /// <returns>Null when the mailbox has no such contact.</returns>
    public static async Task<Relationship?> RelationshipAsync(this NetworkContext db, long mailboxId, long contactId, CancellationToken cancellation)
    {
        var addresses = await db.Addresses.AsNoTracking()
            .Where(a => a.MailboxId == mailboxId && a.ContactId == contactId).ToListAsync(cancellation).ConfigureAwait(false);
        return addresses.Count == 0
            ? null
            : ToRelationship(contactId, addresses, await FilterAsync(db, mailboxId, addresses.ConvertAll(a => a.Value), cancellation).ConfigureAwait(false));
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

    /// <param name="about">Whose addresses the owner's word is needed of; null for everybody's.</param>
    private static async Task<Filter> FilterAsync(NetworkContext db, long mailboxId, IReadOnlyCollection<string>? about, CancellationToken cancellation)
    {
        var owner = await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
        return new Filter(
            owner?.Revision ?? 0,
            owner?.OwnerName ?? string.Empty,
            owner?.OwnAddresses ?? [],
            await db.FilterChoicesAsync(mailboxId, cancellation).ConfigureAwait(false),
            await db.OwnersWordsAsync(mailboxId, about, cancellation).ConfigureAwait(false));
    }

    private static Relationship ToRelationship(long contactId, IEnumerable<AddressRow> rows, Filter filter)
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
            NextMeeting = Soonest(addresses.Select(a => (a.Row.NextMeeting, a.Row.NextMeetingAt))),
        };

        string? First(Func<AddressRow, string?> text) => addresses.Select(a => text(a.Row)).FirstOrDefault(t => t is not null);
    }

    private static Topic? Newest(IEnumerable<(string? Text, DateTimeOffset? At)> topics) =>
        topics.Where(t => t.Text is not null && t.At is not null).Select(t => new Topic(t.Text!, t.At!.Value)).MaxBy(t => t.At);

    private static Topic? Soonest(IEnumerable<(string? Text, DateTimeOffset? At)> topics) =>
        topics.Where(t => t.At is not null).Select(t => new Topic(t.Text ?? string.Empty, t.At!.Value)).MinBy(t => t.At);

    /// <summary>Who is left out, by the owner's word or by rule.</summary>
    private sealed record Filter(long Revision, string OwnerName, IReadOnlyList<EmailAddress> OwnAddresses, FilterChoices Choices, IReadOnlyList<OwnersWordRow> Said)
    {
        private readonly ILookup<string, OwnersWordRow> _said = Said.ToLookup(w => w.Address, StringComparer.Ordinal);

        public OwnersWord WordOn(IEnumerable<string> addresses) => Said.Count == 0 ? OwnersWord.None : addresses.SelectMany(a => _said[a]).ToWord();

        /// <param name="keep">The owner asked for the person: no rule outweighs that.</param>
        public Noise? NoiseOf(EmailAddress address, DirectoryKind kind, WeeklyHistory history, bool keep) => Choices.For(address) switch
        {
            true => Noise.ByOwner,
            false => null,
            null => keep ? null : LeftOut.Why(address, kind, history, OwnerName, OwnAddresses),
        };
    }
}
