using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Writing;

/// <summary>An item as it was stored, and as a page leaves it.</summary>
internal sealed class LedgerItem
{
    /// <summary>One that was not known.</summary>
    public LedgerItem(long id, long at, long? folderId)
        : this(id, at, 0, folderId, []) => IsNew = true;

    /// <summary>One as it is stored.</summary>
    public LedgerItem(long id, long at, long key, long? folderId, byte[] counterparts)
    {
        (Id, At, Key, FolderId) = (id, at, key, folderId);
        (AtBefore, KeyBefore, FolderBefore, CounterpartsBefore) = (at, key, folderId, counterparts);
    }

    public long Id { get; }

    public bool IsNew { get; }

    /// <summary>Unix seconds.</summary>
    public long AtBefore { get; }

    public long KeyBefore { get; }

    /// <summary>As stored: <see cref="Counterparts"/>.</summary>
    public byte[] CounterpartsBefore { get; }

    /// <summary>Unix seconds.</summary>
    public long At { get; set; }

    public long Key { get; set; }

    /// <summary>What <see cref="Key"/> is of, where the page told it.</summary>
    public CountedItem? Content { get; set; }

    public long? FolderId { get; set; }

    public bool IsChanged => IsNew || Key != KeyBefore || FolderId != FolderBefore;

    private long? FolderBefore { get; }
}
