using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>Brings the addresses a page touches up to date, each once.</summary>
internal sealed class AddressBook(NetworkContext db, long mailboxId)
{
    private const int LookedUpAtOnce = 500;

    /// <summary>A meeting was taken back that was the newest of somebody: the calendar has to be read again for the one before.</summary>
    public bool LostMeeting { get; private set; }

    /// <summary>Takes back what no item stands for any more, and counts the histories it was part of anew.</summary>
    public async Task RetractAsync(IReadOnlyCollection<long> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var gone = await db.Interactions.AsNoTracking().Where(i => i.MailboxId == mailboxId && keys.Contains(i.SourceKey)).ToListAsync(cancellation).ConfigureAwait(false);
        await db.Interactions.Where(i => i.MailboxId == mailboxId && keys.Contains(i.SourceKey)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        var ids = gone.Select(i => i.AddressId).Distinct().ToList();
        var rows = await db.Addresses.Where(a => a.MailboxId == mailboxId && ids.Contains(a.Id)).ToListAsync(cancellation).ConfigureAwait(false);
        var left = (await db.Interactions.AsNoTracking().Where(i => i.MailboxId == mailboxId && ids.Contains(i.AddressId)).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(i => i.AddressId);
        foreach (var row in rows)
        {
            foreach (var interaction in gone.Where(i => i.AddressId == row.Id))
            {
                LostMeeting |= AddressChange.Forget(row, interaction.At, interaction.Channel);
            }

            var address = row.Parsed();
            AddressChange.SetHistory(row, WeeklyHistory.Of(left[row.Id].Select(i => new Interaction(new ContentKey(i.SourceKey), address, i.At, i.Channel, i.Direction))));
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    /// <returns>The row id of each counterpart's address.</returns>
    public async Task<Dictionary<string, long>> CountAsync(IReadOnlyList<CountedItem> added, IReadOnlyList<CountedItem> repeated, CancellationToken cancellation)
    {
        var counted = ByAddress(added);
        var described = ByAddress([.. added, .. repeated]);
        var rows = await KnownAsync(described.Select(g => g.Key), cancellation).ConfigureAwait(false);
        var missing = counted.Select(g => g.Key).Where(value => !rows.ContainsKey(value)).Select(value => (Value: value, Contact: new ContactRow { MailboxId = mailboxId })).ToList();
        db.Contacts.AddRange(missing.Select(m => m.Contact));
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach (var (value, contact) in missing)
        {
            rows[value] = db.Addresses.Add(new AddressRow { MailboxId = mailboxId, Value = value, ContactId = contact.Id, History = [] }).Entity;
        }

        foreach (var address in counted)
        {
            AddressChange.Count(rows[address.Key], address.Select(a => a.Interaction));
        }

        foreach (var address in described)
        {
            foreach (var (item, _) in address)
            {
                AddressChange.Describe(rows[address.Key], item);
            }
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return rows.ToDictionary(r => r.Key, r => r.Value.Id, StringComparer.Ordinal);
    }

    /// <summary>Removes addresses with which nothing is counted any more, as if they had never been.</summary>
    public Task DropEmptyAsync(CancellationToken cancellation) =>
        db.Addresses.Where(a => a.MailboxId == mailboxId && a.LastAt == default(DateTimeOffset)).ExecuteDeleteAsync(cancellation);

    private static ILookup<string, (CountedItem Item, Interaction Interaction)> ByAddress(IEnumerable<CountedItem> items) =>
        items.SelectMany(item => item.Interactions, (item, interaction) => (item, interaction)).ToLookup(t => t.interaction.Counterpart.Value, StringComparer.Ordinal);

    private async Task<Dictionary<string, AddressRow>> KnownAsync(IEnumerable<string> values, CancellationToken cancellation)
    {
        var known = new Dictionary<string, AddressRow>(StringComparer.Ordinal);
        foreach (var some in values.Chunk(LookedUpAtOnce))
        {
            await foreach (var row in db.Addresses.Where(a => a.MailboxId == mailboxId && some.Contains(a.Value)).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                known[row.Value] = row;
            }
        }

        return known;
    }
}
