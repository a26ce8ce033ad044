using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>Brings the addresses a page touches up to date, each once.</summary>
internal sealed class AddressBook(NetworkContext db, AddressTable table, long mailboxId)
{
    /// <summary>A meeting was taken back that was the newest of somebody: the calendar has to be read again for the one before.</summary>
    public bool LostMeeting { get; private set; }

    /// <summary>An address or a name has come or gone.</summary>
    public bool Regroup { get; private set; }

    /// <summary>Takes back what no item stands for any more: counts the weeks it was in anew, from what still stands in them.</summary>
    public async Task RetractAsync(IReadOnlyList<LedgerItem> gone, CancellationToken cancellation)
    {
        var keys = gone.Select(i => i.KeyBefore).ToHashSet();
        var touched = gone.Select(i => (At: DateTimeOffset.FromUnixTimeSeconds(i.AtBefore), Counted: Counterparts.Read(i.CounterpartsBefore)))
            .SelectMany(i => i.Counted.Addresses, (i, id) => (Id: id, i.At, i.Counted.Channel)).ToLookup(t => t.Id);
        foreach (var address in touched)
        {
            var row = await db.Addresses.AsNoTracking().SingleAsync(a => a.MailboxId == mailboxId && a.Id == address.Key, cancellation).ConfigureAwait(false);
            var name = row.Name ?? row.MeetingName;
            var history = row.History.ToHistory();
            foreach (var (_, at, channel) in address)
            {
                LostMeeting |= AddressChange.Forget(row, at, channel);
            }

            foreach (var week in address.Select(t => IsoWeek.Of(t.At)).Distinct())
            {
                history = history.Without(week).Merge(WeeklyHistory.Of(await StandingAsync(week, row, keys, cancellation).ConfigureAwait(false)));
            }

            AddressChange.SetHistory(row, history);
            Regroup |= history.IsEmpty || name != (row.Name ?? row.MeetingName);
            await table.SaveAsync(row, cancellation).ConfigureAwait(false);
        }
    }

    /// <returns>The row id of each counterpart's address with whom something is counted now.</returns>
    public async Task<Dictionary<EmailAddress, long>> CountAsync(IReadOnlyList<CountedItem> added, IReadOnlyList<CountedItem> repeated, CancellationToken cancellation)
    {
        var touched = new Dictionary<EmailAddress, (List<Interaction> Counted, List<CountedItem> Items)>();
        Touch(added, counts: true);
        Touch(repeated, counts: false);
        var ids = new Dictionary<EmailAddress, long>(touched.Count);
        foreach (var (address, (counted, items)) in touched)
        {
            var row = await table.FindAsync(address, cancellation).ConfigureAwait(false);
            if (row is null && counted.Count == 0)
            {
                continue; // the owner's own address when this was counted, and so nobody it is counted with
            }

            Regroup |= row is null;
            row ??= await table.AddAsync(address, cancellation).ConfigureAwait(false);
            ids[address] = row.Id;
            var name = row.Name ?? row.MeetingName;
            var described = false;
            foreach (var item in items)
            {
                described |= AddressChange.Describe(row, item);
            }

            Regroup |= name != (row.Name ?? row.MeetingName);
            if (counted.Count > 0)
            {
                AddressChange.Count(row, counted);
            }

            if (described)
            {
                await table.SaveAsync(row, cancellation).ConfigureAwait(false);
            }
            else if (counted.Count > 0)
            {
                await table.SaveHistoryAsync(row, cancellation).ConfigureAwait(false);
            }
        }

        return ids;

        void Touch(IReadOnlyList<CountedItem> items, bool counts)
        {
            foreach (var item in items)
            {
                for (var n = 0; n < item.Interactions.Count; n++)
                {
                    var interaction = item.Interactions[n];
                    if (!touched.TryGetValue(interaction.Counterpart, out var lists))
                    {
                        touched[interaction.Counterpart] = lists = ([], []);
                    }

                    lists.Items.Add(item);
                    if (counts)
                    {
                        lists.Counted.Add(interaction);
                    }
                }
            }
        }
    }

    /// <summary>Removes addresses with which nothing is counted any more, as if they had never been.</summary>
    public Task DropEmptyAsync(CancellationToken cancellation) =>
        db.Addresses.Where(a => a.MailboxId == mailboxId && a.LastAt == default(DateTimeOffset)).ExecuteDeleteAsync(cancellation);

    private async Task<List<Interaction>> StandingAsync(IsoWeek week, AddressRow row, HashSet<long> without, CancellationToken cancellation)
    {
        var address = row.Parsed();
        var items = await db.Items.AsNoTracking().Where(i => i.MailboxId == mailboxId && i.At >= week.Start && i.At < week.End && i.Key != 0).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. items.Where(i => !without.Contains(i.Key)).DistinctBy(i => i.Key)
            .Select(i => (Item: i, Said: Counterparts.Read(i.Counterparts))).Where(i => i.Said.Addresses.Contains(row.Id))
            .Select(i => new Interaction(new ContentKey(i.Item.Key), address, i.Item.At, i.Said.Channel, i.Said.Direction))];
    }
}
