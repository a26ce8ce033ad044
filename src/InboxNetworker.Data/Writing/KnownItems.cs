using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>The stored items that a page has to do with.</summary>
internal sealed class KnownItems(NetworkContext db, Statements statements, long mailboxId)
{
    private const int LookedUpAtOnce = 500; // SQLite binds at most 32,766 values; shorter lists plan faster

    /// <summary>A stretch of time that holds more stored items than this for each moment asked for is not read through.</summary>
    private const int PerMoment = 2;

    private readonly HashSet<(long, long)> _found = [];

    public List<LedgerItem> Items { get; } = [];

    /// <summary>
    /// Finds items by their ids alone. For meetings there is an index; for the few messages that a page says have gone, all are looked through:
    /// some tenths of a second with a million, on the rare page that tells of any.
    /// </summary>
    public async Task FindAsync(HashSet<long> ids, bool areMeetings, CancellationToken cancellation)
    {
        var all = db.Items.AsNoTracking().Where(i => i.MailboxId == mailboxId);
        foreach (var some in ids.Chunk(LookedUpAtOnce))
        {
            var query = areMeetings ? all.Where(i => i.FolderId == null && some.Contains(i.Id)) : all.Where(i => i.FolderId != null && some.Contains(i.Id));
            await foreach (var row in query.AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                Keep(new LedgerItem(row.Id, row.At.ToUnixTimeSeconds(), row.Key, row.FolderId, row.Counterparts));
            }
        }
    }

    /// <summary>
    /// Finds everything at these moments. A page in the order of time is one stretch of the table, read in one go; a page in no order, as of
    /// changes, is looked up moment by moment.
    /// </summary>
    /// <param name="moments">Unix seconds.</param>
    public async Task FindAsync(HashSet<long> moments, CancellationToken cancellation)
    {
        if (moments.Count == 0)
        {
            return;
        }

        var between = statements.Prepare(
            """SELECT "Id", "At", "Key", "FolderId", "Counterparts" FROM "item" WHERE "MailboxId" = @0 AND "At" BETWEEN @1 AND @2 LIMIT @3""", 4);
        between.Set(0, mailboxId);
        if (await ReadAsync(between, moments.Min(), moments.Max(), PerMoment * moments.Count, cancellation).ConfigureAwait(false))
        {
            return;
        }

        foreach (var moment in moments)
        {
            await ReadAsync(between, moment, moment, long.MaxValue, cancellation).ConfigureAwait(false);
        }
    }

    /// <returns>True when that was all there is.</returns>
    private async ValueTask<bool> ReadAsync(Statement between, long first, long last, long most, CancellationToken cancellation)
    {
        between.Set(1, first);
        between.Set(2, last);
        between.Set(3, most);
        var rows = 0;
        while (await between.ReadAsync(cancellation).ConfigureAwait(false))
        {
            rows++;
            Keep(new LedgerItem(between.Number(0), between.Number(1), between.Number(2), between.IsNull(3) ? null : between.Number(3), between.Bytes(4)));
        }

        return rows < most;
    }

    private void Keep(LedgerItem item)
    {
        if (_found.Add((item.Id, item.AtBefore)))
        {
            Items.Add(item);
        }
    }
}
