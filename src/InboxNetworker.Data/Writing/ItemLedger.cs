using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// What a page changes of the items known, worked out before anything is written: which contents are counted from now on, and which no
/// longer. A content counts as long as at least one item stands for it, so that copies, replays and moves change nothing.
/// </summary>
internal sealed class ItemLedger
{
    private const int LookedUpAtOnce = 500; // SQLite binds at most 32,766 values; shorter lists plan faster

    private readonly Dictionary<long, Entry> _items = [];
    private readonly Dictionary<long, CountedItem> _contents = [];
    private readonly Dictionary<long, int> _heldMore = [];

    private ItemLedger()
    {
    }

    /// <summary>Contents that were unknown before.</summary>
    public List<CountedItem> Added { get; } = [];

    /// <summary>Contents the page brings again: nothing to count, but perhaps a newer name.</summary>
    public List<CountedItem> Repeated { get; } = [];

    /// <summary>Keys of contents no item stands for any more.</summary>
    public List<long> Retracted { get; } = [];

    /// <summary>By how much the number of messages standing in a folder changes, by the folder's row id.</summary>
    public IReadOnlyDictionary<long, int> HeldMore => _heldMore;

    /// <summary>By how much the number of items that count changes.</summary>
    public int CountedMore { get; private set; }

    public IEnumerable<(long Id, long Key, long FolderId)> Changed =>
        _items.Where(i => i.Value.IsNew || i.Value.Key != i.Value.KeyBefore || i.Value.Folder != i.Value.FolderBefore).Select(i => (i.Key, i.Value.Key, i.Value.Folder));

    /// <param name="folderId">The row id of the folder read; 0 for the calendar.</param>
    public static async Task<ItemLedger> OfAsync(NetworkContext db, long mailboxId, long folderId, IReadOnlyList<SeenItem> page, CancellationToken cancellation)
    {
        var ledger = new ItemLedger();
        foreach (var some in page.Select(i => i.Id.Value).Distinct().Chunk(LookedUpAtOnce))
        {
            await foreach (var row in db.Items.AsNoTracking().Where(i => i.MailboxId == mailboxId && some.Contains(i.Id)).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                ledger._items[row.Id] = new Entry(row.Key, row.FolderId, isNew: false);
            }
        }

        foreach (var item in page)
        {
            ledger.See(item, folderId);
        }

        await ledger.SettleAsync(db, mailboxId, cancellation).ConfigureAwait(false);
        return ledger;
    }

    private void See(SeenItem item, long folderId)
    {
        var known = _items.GetValueOrDefault(item.Id.Value);
        if (item.Gone)
        {
            if (known is not null && known.Folder == folderId)
            {
                Move(known, 0);
            }

            return;
        }

        var key = item.Counted?.Source.Value ?? 0;
        if (known is null)
        {
            if (folderId == 0 && key == 0)
            {
                return; // a meeting that does not count, as all that are yet to come
            }

            _items[item.Id.Value] = known = new Entry(0, 0, isNew: true);
        }

        if (folderId != 0)
        {
            Move(known, folderId);
        }

        if (known.Key == 0 || known.Key != item.Elsewhere?.Value)
        {
            known.Key = key;
        }

        if (item.Counted is not null)
        {
            _contents[key] = item.Counted;
        }
    }

    private void Move(Entry entry, long folderId)
    {
        if (entry.Folder == folderId)
        {
            return;
        }

        foreach (var (folder, by) in new[] { (entry.Folder, -1), (folderId, 1) }.Where(m => m.Item1 != 0))
        {
            _heldMore[folder] = _heldMore.GetValueOrDefault(folder) + by;
        }

        entry.Folder = folderId;
    }

    private async Task SettleAsync(NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var standing = new Dictionary<long, int>();
        var touched = _items.Values.SelectMany(i => new[] { i.KeyBefore, i.Key }).Concat(_contents.Keys).Where(k => k != 0).Distinct().ToList();
        foreach (var some in touched.Chunk(LookedUpAtOnce))
        {
            var counts = db.Items.Where(i => i.MailboxId == mailboxId && some.Contains(i.Key)).GroupBy(i => i.Key).Select(g => new { g.Key, Count = g.Count() });
            await foreach (var count in counts.AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                standing[count.Key] = count.Count;
            }
        }

        var change = new Dictionary<long, int>();
        foreach (var item in _items.Values.Where(i => i.Key != i.KeyBefore))
        {
            change[item.KeyBefore] = change.GetValueOrDefault(item.KeyBefore) - 1;
            change[item.Key] = change.GetValueOrDefault(item.Key) + 1;
            CountedMore += (item.Key == 0 ? 0 : 1) - (item.KeyBefore == 0 ? 0 : 1);
        }

        foreach (var key in touched)
        {
            var before = standing.GetValueOrDefault(key);
            var after = before + change.GetValueOrDefault(key);
            if (before > 0 && after == 0)
            {
                Retracted.Add(key);
            }
            else if (after > 0 && _contents.TryGetValue(key, out var content))
            {
                (before == 0 ? Added : Repeated).Add(content);
            }
        }
    }

    private sealed class Entry(long key, long folder, bool isNew)
    {
        public bool IsNew { get; } = isNew;

        public long KeyBefore { get; } = key;

        public long FolderBefore { get; } = folder;

        public long Key { get; set; } = key;

        public long Folder { get; set; } = folder;
    }
}
