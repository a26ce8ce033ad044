using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>A folder and what stands in it. The arrays are never changed in place, so a reader keeps the one it took.</summary>
internal sealed class StoredFolder
{
    public StoredFolder(Folder info, UInt128 hash, UInt128 parentHash, StoredMessage[] messages)
    {
        Info = info;
        Hash = hash;
        ParentHash = parentHash;
        Contents = new FolderContents(messages, []);
    }

    public Folder Info { get; }

    public UInt128 Hash { get; }

    public UInt128 ParentHash { get; }

    public FolderContents Contents { get; set; }

    /// <summary>The change counter up to which some client has been told everything.</summary>
    public long ToldUpTo { get; set; }
}

internal sealed class FolderContents(StoredMessage[] newestFirst, Removal[] removals)
{
    private readonly Lazy<int> _unread = new(() => newestFirst.Count(m => !m.Content.IsRead));

    public StoredMessage[] NewestFirst { get; } = newestFirst;

    /// <summary>Oldest first.</summary>
    public Removal[] Removals { get; } = removals;

    public int Unread => _unread.Value;

    public FolderContents With(StoredMessage message)
    {
        var place = Array.BinarySearch(NewestFirst, message, Comparer<StoredMessage>.Create(StoredMessage.CompareNewestFirst));
        return new FolderContents([.. NewestFirst[..~place], message, .. NewestFirst[~place..]], Removals);
    }

    public FolderContents Without(StoredMessage message, Removal? removal) =>
        new([.. NewestFirst.Where(m => m.Key != message.Key)], removal is { } r ? [.. Removals, r] : Removals);
}
