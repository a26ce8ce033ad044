using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>The stored items that a page has to do with.</summary>
internal sealed class KnownItems(NetworkContext db, Statements statements, long mailboxId)
{
    private const int LookedUpAtOnce = 500; // SQLite binds at most 32,766 values; shorter lists plan faster

    /// <summary>A stretch of time that holds more stored items than this for each moment asked for is not read through.</summary>
    private const int PerMoment = 2;

    /// <summary>
    /// When the items of these ids are. For meetings there is an index; for the few messages that a page says have gone, all are looked
    /// through: some tenths of a second with a million, on the rare page that tells of any.
    /// </summary>
    /// <returns>Unix seconds.</returns>
    public async Task<List<long>> MomentsOfAsync(IEnumerable<long> ids, bool areMeetings, CancellationToken cancellation)
    {
        var moments = new List<long>();
        var all = db.Items.AsNoTracking().Where(i => i.MailboxId == mailboxId);
        foreach (var some in ids.Distinct().Chunk(LookedUpAtOnce))
        {
            var found = areMeetings ? all.Where(i => i.FolderId == null && some.Contains(i.Id)) : all.Where(i => i.FolderId != null && some.Contains(i.Id));
            moments.AddRange((await found.Select(i => i.At).ToListAsync(cancellation).ConfigureAwait(false)).Select(at => at.ToUnixTimeSeconds()));
        }

        return moments;
    }

    /// <summary>
    /// Finds everything at these moments: copies of one content stand at one moment. A page in the order of time is one stretch of the table,
    /// read in one go; a page in no order, as of changes, is looked up moment by moment.
    /// </summary>
    /// <param name="moments">Unix seconds.</param>
    /// <param name="ids">The items wanted whole.</param>
    /// <param name="standing">Receives for each content how many items stand for it.</param>
    public async Task<List<LedgerItem>> FindAsync(HashSet<long> moments, HashSet<long> ids, Dictionary<long, int> standing, CancellationToken cancellation)
    {
        var items = new List<LedgerItem>();
        if (moments.Count == 0)
        {
            return items;
        }

        var between = statements.Prepare(
            """SELECT "Id", "Key", "At", "FolderId", "Counterparts" FROM "item" WHERE "MailboxId" = @0 AND "At" BETWEEN @1 AND @2 LIMIT @3""", 4);
        between.Set(0, mailboxId);
        if (await ReadAsync(moments.Min(), moments.Max(), PerMoment * moments.Count).ConfigureAwait(false))
        {
            return items;
        }

        items.Clear();
        standing.Clear();
        foreach (var moment in moments)
        {
            await ReadAsync(moment, moment, long.MaxValue).ConfigureAwait(false);
        }

        return items;

        // True when that was all there is.
        async ValueTask<bool> ReadAsync(long first, long last, long most)
        {
            between.Set(1, first);
            between.Set(2, last);
            between.Set(3, most);
            var rows = 0;
            for (; await between.ReadAsync(cancellation).ConfigureAwait(false); rows++)
            {
                var (id, key) = (between.Number(0), between.Number(1));
                standing[key] = standing.GetValueOrDefault(key) + 1;
                if (ids.Contains(id))
                {
                    items.Add(new LedgerItem(id, between.Number(2), key, between.IsNull(3) ? null : between.Number(3), between.Bytes(4)));
                }
            }

            return rows < most;
        }
    }
}
