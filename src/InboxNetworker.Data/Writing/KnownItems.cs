using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>The stored items that a page has to do with.</summary>
internal sealed class KnownItems(NetworkContext db, Statements statements, long mailboxId)
{
    private const int LookedUpAtOnce = 250; // SQLite binds at most 32,766 values; shorter lists plan faster

    private const string Columns = """SELECT "At", "Id", "Key", "FolderId", "Counterparts" FROM "item" WHERE "MailboxId" = @0 AND """;

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
    /// <param name="moments">Unix seconds, in any order; repeats do not count.</param>
    public async Task<List<LedgerItem>> FindAsync(List<long> moments, CancellationToken cancellation)
    {
        var items = new List<LedgerItem>();
        if (moments.Count == 0)
        {
            return items;
        }

        var asked = new Lazy<HashSet<long>>(() => [.. moments]); // seldom needed: nearly always a first reading comes upon nothing
        var stretch = statements.Prepare(Columns + """ "At" BETWEEN @1 AND @2 LIMIT @3""", 4);
        stretch.Set(0, mailboxId);
        stretch.Set(1, moments.Min());
        stretch.Set(2, moments.Max());
        stretch.Set(3, PerMoment * moments.Count);
        if (await ReadAsync(stretch).ConfigureAwait(false) < PerMoment * moments.Count)
        {
            return items;
        }

        items.Clear();
        var some = statements.Prepare($"{Columns} \"At\" IN ({string.Join(',', Enumerable.Range(1, LookedUpAtOnce).Select(n => $"@{n}"))})", 1 + LookedUpAtOnce);
        some.Set(0, mailboxId);
        foreach (var part in asked.Value.Order().Chunk(LookedUpAtOnce))
        {
            for (var n = 0; n < LookedUpAtOnce; n++)
            {
                some.Set(1 + n, part[Math.Min(n, part.Length - 1)]);
            }

            await ReadAsync(some).ConfigureAwait(false);
        }

        return items;

        // How many rows there were.
        async ValueTask<int> ReadAsync(Statement rows)
        {
            var read = 0;
            for (; await rows.ReadAsync(cancellation).ConfigureAwait(false); read++)
            {
                var at = rows.Number(0);
                if (asked.Value.Contains(at))
                {
                    items.Add(new LedgerItem(rows.Number(1), at, rows.Number(2), rows.IsNull(3) ? null : rows.Number(3), rows.Bytes(4)));
                }
            }

            return read;
        }
    }
}
