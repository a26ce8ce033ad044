using System.Runtime.CompilerServices;
using InboxNetworker.Core.Relationships;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>A part of the list of whom to reconnect with.</summary>
/// <param name="Revision">Of the mailbox as it was read from; 0 where nothing of it is stored.</param>
/// <param name="People">In order.</param>
public sealed record Suggested(long Revision, IReadOnlyList<SuggestedPerson> People);

/// <param name="Reserved">See <see cref="Placed{T}.Reserved"/>.</param>
/// <param name="Next">Where the list goes on after this one.</param>
public sealed record SuggestedPerson(Relationship Relationship, Reason? Reserved, ListPlace Next);

/// <summary>A place in the list. It is arranged in pieces of <see cref="Places.Reach"/>, so that a place is one in a piece.</summary>
/// <param name="Before">The last one, by rank, of the piece before; null in the first piece.</param>
/// <param name="Offset">How many of the piece come before the place; 0 to <see cref="Places.Reach"/>.</param>
public readonly record struct ListPlace(Ranked? Before, int Offset);

public static class SuggestedQueries
{
    /// <summary>
    /// The list of whom to reconnect with, from a place in it on. Everybody is ranked by the little that ranking needs; whether somebody is left
    /// out is asked, and the rest read, of those alone who may be shown.
    /// </summary>
    /// <param name="part">Of the whole list; the places are kept within it.</param>
    /// <param name="most">At most so many; 1 or more.</param>
    public static async Task<Suggested> SuggestedAsync(
        this NetworkContext db, long mailboxId, DateTimeOffset now, ListFilter part, ListPlace from, int most, CancellationToken cancellation) =>
        await db.AtOneMomentAsync(
            async () =>
            {
                var filter = await db.PeopleFilterAsync(mailboxId, null, cancellation).ConfigureAwait(false);
                var words = await db.OwnersWordsByContactAsync(mailboxId, filter.Said, cancellation).ConfigureAwait(false);
                var list = Ranking.Of(await db.CandidatesAsync(mailboxId, words, cancellation).ConfigureAwait(false), now);
                var people = new List<SuggestedPerson>(most);
                var (place, piece) = (from, new List<(Ranked Rank, Relationship Relationship)>(Places.Reach));
                await foreach (var one in KeptAsync(db, mailboxId, list.SkipWhile(r => r <= from.Before), filter, cancellation).ConfigureAwait(false))
                {
                    if (!part.Holds(one.Relationship, now))
                    {
                        continue;
                    }

                    piece.Add(one);
                    if (piece.Count == Places.Reach)
                    {
                        Show();
                        if (people.Count == most)
                        {
                            break;
                        }

                        place = new ListPlace(one.Rank, 0);
                        piece.Clear();
                    }
                }

                Show();
                return new Suggested(filter.Revision, people);

                void Show() => people.AddRange(Arrange(piece, filter.Own, now)
                    .Select((placed, n) => new SuggestedPerson(placed.Item.Relationship, placed.Reserved, place with { Offset = n + 1 }))
                    .Skip(place.Offset).Take(most - people.Count));
            },
            cancellation).ConfigureAwait(false);

    /// <summary>Everybody on the list, in the order of their ranking.</summary>
    public static async Task<IReadOnlyList<Relationship>> AllSuggestedAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation) =>
        await db.AtOneMomentAsync(
            async () =>
            {
                var filter = await db.PeopleFilterAsync(mailboxId, null, cancellation).ConfigureAwait(false);
                var words = await db.OwnersWordsByContactAsync(mailboxId, filter.Said, cancellation).ConfigureAwait(false);
                var list = Ranking.Of(await db.CandidatesAsync(mailboxId, words, cancellation).ConfigureAwait(false), now);
                var people = new List<Relationship>();
                await foreach (var (_, relationship) in KeptAsync(db, mailboxId, list, filter, cancellation).ConfigureAwait(false))
                {
                    people.Add(relationship);
                }

                return people;
            },
            cancellation).ConfigureAwait(false);

    /// <summary>Whom the owner asked for stand before all others, and make room for nobody.</summary>
    private static IEnumerable<Placed<(Ranked Rank, Relationship Relationship)>> Arrange(List<(Ranked Rank, Relationship Relationship)> piece, OwnPlace own, DateTimeOffset now)
    {
        var asked = piece.TakeWhile(p => p.Relationship.Word.Preferences.Keep).ToList();
        return asked.Select(p => new Placed<(Ranked, Relationship)>(p, null)).Concat(Places.Arrange(piece.Skip(asked.Count), p => Reserves.Of(p.Relationship, own, now)));
    }

    /// <summary>Those of the list who are not left out, read as many at a time as a piece has.</summary>
    private static async IAsyncEnumerable<(Ranked Rank, Relationship Relationship)> KeptAsync(
        NetworkContext db, long mailboxId, IEnumerable<Ranked> list, PeopleFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var some in list.Chunk(Places.Reach))
        {
            var ids = some.Select(r => r.ContactId).ToList();

            // By way of the contacts, for else SQLite may look through all addresses of the mailbox.
            var rows = await db.Contacts.Where(c => c.MailboxId == mailboxId && ids.Contains(c.Id))
                .Join(db.Addresses.AsNoTracking(), c => c.Id, a => a.ContactId, (_, address) => address).ToListAsync(cancellation).ConfigureAwait(false);
            var people = rows.ToLookup(a => a.ContactId);
            foreach (var ranked in some)
            {
                var relationship = RelationshipQueries.ToRelationship(ranked.ContactId, people[ranked.ContactId], filter);
                if (relationship.Noise is null)
                {
                    yield return (ranked, relationship);
                }
            }
        }
    }
}
