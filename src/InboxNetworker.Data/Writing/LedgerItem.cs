using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Writing;

/// <summary>An item as it was stored, and as a page leaves it.</summary>
internal sealed class LedgerItem
{
    /// <summary>One that was not known.</summary>
    public LedgerItem(long id, DateTimeOffset at, long? folderId)
    {
        (Id, At, AtBefore, FolderId, IsNew, CounterpartsBefore) = (id, at, at, folderId, true, []);
    }

    public LedgerItem(ItemRow row)
    {
        (Id, At, AtBefore) = (row.Id, row.At, row.At);
        (Key, KeyBefore) = (row.Key, row.Key);
        (FolderId, FolderBefore, CounterpartsBefore) = (row.FolderId, row.FolderId, row.Counterparts);
    }

    public long Id { get; }

    public bool IsNew { get; }

    public DateTimeOffset AtBefore { get; }

    public long KeyBefore { get; }

    /// <summary>As stored: <see cref="Counterparts"/>.</summary>
    public byte[] CounterpartsBefore { get; }

    public DateTimeOffset At { get; set; }

    public long Key { get; set; }

    public long? FolderId { get; set; }

    public bool IsChanged => IsNew || Key != KeyBefore || FolderId != FolderBefore;

    private long? FolderBefore { get; }
}
