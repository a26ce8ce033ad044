using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// What a page changes of the items known, worked out before anything is written: which contents are counted from now on, and which no
/// longer. A content counts as long as at least one item stands for it, so that copies, replays and moves change nothing.
/// </summary>
internal sealed class ItemLedger
{
    private readonly Dictionary<long, LedgerItem> _items;
    private readonly Dictionary<long, CountedItem> _contents;
    private readonly Dictionary<long, int> _standing = [];
    private readonly Dictionary<long, byte[]> _counterparts = [];
    private readonly Dictionary<long, int> _heldMore = [];
    private readonly DateTimeOffset _droppedBefore;

    private ItemLedger(int size, DateTimeOffset? droppedBefore)
    {
        _droppedBefore = droppedBefore ?? DateTimeOffset.MinValue;
        _items = new(size);
        _contents = new(size);
    }

    /// <summary>Contents that were unknown before.</summary>
    public List<CountedItem> Added { get; } = [];

    /// <summary>Contents the page brings again: nothing to count, but perhaps a newer name.</summary>
    public List<CountedItem> Repeated { get; } = [];

    /// <summary>Items as they were whose contents no item stands for any more, one of each content.</summary>
    public List<LedgerItem> Retracted { get; } = [];

    /// <summary>By how much the number of messages standing in a folder changes, by the folder's row id.</summary>
    public IReadOnlyDictionary<long, int> HeldMore => _heldMore;

    /// <summary>By how much the number of items that count changes.</summary>
    public int CountedMore { get; private set; }

    /// <summary>How many items were unknown before, whether they count or not.</summary>
    public int NewItems => _items.Values.Count(i => i.IsNew);

    /// <summary>Items to be written, in the order of the page.</summary>
    public IEnumerable<LedgerItem> Changed => _items.Values.Where(i => i.IsChanged);

    /// <summary>
    /// Whom a content that was counted before is counted with, as stored: what the page says may differ, where another address has become the
    /// owner's since, or is no longer.
    /// </summary>
    public byte[]? CountedWith(long key) => _counterparts.GetValueOrDefault(key);

    /// <param name="folderId">The row id of the folder read; null for the calendar.</param>
    /// <param name="droppedBefore"><see cref="Entities.MailboxRow.ItemsDroppedBefore"/>.</param>
    public static async Task<ItemLedger> OfAsync(
        NetworkContext db, Statements statements, long mailboxId, long? folderId, IReadOnlyList<SeenItem> page, DateTimeOffset? droppedBefore, CancellationToken cancellation)
    {
        var ledger = new ItemLedger(page.Count, droppedBefore);
        var known = new KnownItems(db, statements, mailboxId);
        var byId = folderId is null ? page : page.Where(i => i.Gone);
        var moments = await known.MomentsOfAsync(byId.Select(i => i.Id.Value), areMeetings: folderId is null, cancellation).ConfigureAwait(false);
        moments.AddRange(page.Where(i => !i.Gone).Select(i => i.At.ToUnixTimeSeconds()));
        foreach (var item in await known.FindAsync(moments, cancellation).ConfigureAwait(false))
        {
            ledger._standing[item.Key] = ledger._standing.GetValueOrDefault(item.Key) + 1;
            ledger._counterparts[item.Key] = item.CounterpartsBefore;
            if (item.FolderId is null == folderId is null)
            {
                ledger._items[item.Id] = item;
            }
        }

        foreach (var item in page)
        {
            ledger.See(item, folderId);
        }

        ledger.Settle();
        return ledger;
    }

    private void See(SeenItem item, long? folderId)
    {
        var known = _items.GetValueOrDefault(item.Id.Value);
        if (item.Gone)
        {
            if (known is not null && known.FolderId == folderId)
            {
                Move(known, 0);
            }

            return;
        }

        if (item.At < _droppedBefore)
        {
            SeeAgain(item, known, folderId);
            return;
        }

        var key = item.Counted?.Source.Value ?? 0;
        if (known is null)
        {
            if (folderId is null && key == 0)
            {
                return; // a meeting that does not count, as all that are yet to come
            }

            _items[item.Id.Value] = known = new LedgerItem(item.Id.Value, item.At.ToUnixTimeSeconds(), folderId is null ? null : 0);
        }

        if (folderId is { } folder)
        {
            Move(known, folder);
        }

        if (known.Key == 0 || known.Key != item.Elsewhere?.Value)
        {
            known.Key = key;
            known.Content = item.Counted;
            known.At = key == 0 ? known.At : item.At.ToUnixTimeSeconds();
        }

        if (item.Counted is not null)
        {
            _contents[key] = item.Counted;
        }
    }

    /// <summary>It was counted before its row was dropped. It stands where it stands, and may tell a name or a topic again.</summary>
    private void SeeAgain(SeenItem item, LedgerItem? known, long? folderId)
    {
        if (folderId is { } folder)
        {
            if (known is null)
            {
                Hold(folder, 1);
            }
            else
            {
                Move(known, folder);
            }
        }

        if (item.Counted is not null)
        {
            Repeated.Add(item.Counted);
        }
    }

    private void Move(LedgerItem item, long folderId)
    {
        if (item.FolderId == folderId)
        {
            return;
        }

        Hold(item.FolderId, -1);
        Hold(folderId, 1);
        item.FolderId = folderId;
    }

    private void Hold(long? folderId, int more)
    {
        if (folderId is { } folder and not 0)
        {
            _heldMore[folder] = _heldMore.GetValueOrDefault(folder) + more;
        }
    }

    private void Settle()
    {
        var change = new Dictionary<long, int>(_contents.Count);
        foreach (var item in _items.Values.Where(i => i.Key != i.KeyBefore))
        {
            Stand(item.KeyBefore, -1);
            Stand(item.Key, 1);
        }

        foreach (var (key, content) in _contents)
        {
            var before = _standing.GetValueOrDefault(key);
            if (before + change.GetValueOrDefault(key) > 0)
            {
                (before == 0 ? Added : Repeated).Add(content);
            }
        }

        Retracted.AddRange(_items.Values
            .Where(i => i.KeyBefore != 0 && i.KeyBefore != i.Key && _standing[i.KeyBefore] + change[i.KeyBefore] == 0)
            .DistinctBy(i => i.KeyBefore));

        void Stand(long key, int more)
        {
            if (key != 0)
            {
                change[key] = change.GetValueOrDefault(key) + more;
                CountedMore += more;
            }
        }
    }
}
