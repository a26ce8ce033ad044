using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>The stored items that a page has to do with.</summary>
internal sealed class KnownItems(NetworkContext db, long mailboxId)
{
    /// <summary>A stretch of time that holds more stored items than this for each moment asked for is not read through.</summary>
    private const int PerMoment = 4;

    private const int LookedUpAtOnce = 500; // SQLite binds at most 32,766 values; shorter lists plan faster

    private readonly HashSet<(long, DateTimeOffset)> _found = [];

    public List<ItemRow> Items { get; } = [];

    /// <summary>
    /// Finds items by their ids alone. For meetings there is an index; for the few messages that a page says have gone, all are looked through:
    /// some tenths of a second with a million, on the rare page that tells of any.
    /// </summary>
    public async Task FindAsync(HashSet<long> ids, bool areMeetings, CancellationToken cancellation)
    {
        foreach (var some in ids.Chunk(LookedUpAtOnce))
        {
            var query = areMeetings ? All.Where(i => i.FolderId == null && some.Contains(i.Id)) : All.Where(i => i.FolderId != null && some.Contains(i.Id));
            Keep(await query.ToListAsync(cancellation).ConfigureAwait(false));
        }
    }

    /// <summary>
    /// Finds everything at these moments. A page in the order of time is one stretch of the table, read in one go; a page in no order, as of
    /// changes, is looked up moment by moment.
    /// </summary>
    public async Task FindAsync(IReadOnlyCollection<DateTimeOffset> moments, CancellationToken cancellation)
    {
        if (moments.Count == 0)
        {
            return;
        }

        var (first, last, most) = (moments.Min(), moments.Max(), PerMoment * moments.Count);
        var stretch = await All.Where(i => i.At >= first && i.At <= last).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        if (stretch.Count < most)
        {
            Keep(stretch);
            return;
        }

        foreach (var some in moments.Distinct().Chunk(LookedUpAtOnce))
        {
            Keep(await All.Where(i => some.Contains(i.At)).ToListAsync(cancellation).ConfigureAwait(false));
        }
    }

    private IQueryable<ItemRow> All => db.Items.AsNoTracking().Where(i => i.MailboxId == mailboxId);

    private void Keep(List<ItemRow> rows) => Items.AddRange(rows.Where(row => _found.Add((row.Id, row.At))));
}
