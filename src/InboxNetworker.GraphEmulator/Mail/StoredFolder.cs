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

/// <summary>What stands in a folder at one moment. However much that is, a change costs no more than copying the array.</summary>
internal sealed class FolderContents
{
    private static readonly Comparer<StoredMessage> NewestFirstOrder = Comparer<StoredMessage>.Create(StoredMessage.CompareNewestFirst);

    public FolderContents(StoredMessage[] newestFirst, Removal[] removals)
        : this(newestFirst, removals, [.. newestFirst.Where(m => m.Version > 0)], newestFirst.Count(m => !m.Content.IsRead))
    {
    }

    private FolderContents(StoredMessage[] newestFirst, Removal[] removals, StoredMessage[] changed, int unread)
    {
        NewestFirst = newestFirst;
        Removals = removals;
        Changed = changed;
        Unread = unread;
    }

    public StoredMessage[] NewestFirst { get; }

    /// <summary>Oldest first.</summary>
    public Removal[] Removals { get; }

    /// <summary>Those of <see cref="NewestFirst"/> that came or changed since the start, in any order.</summary>
    public StoredMessage[] Changed { get; }

    public int Unread { get; }

    public FolderContents With(StoredMessage message)
    {
        var place = ~Array.BinarySearch(NewestFirst, message, NewestFirstOrder);
        var all = new StoredMessage[NewestFirst.Length + 1];
        Array.Copy(NewestFirst, all, place);
        all[place] = message;
        Array.Copy(NewestFirst, place, all, place + 1, NewestFirst.Length - place);
        return new FolderContents(all, Removals, message.Version > 0 ? [.. Changed, message] : Changed, Unread + (message.Content.IsRead ? 0 : 1));
    }

    /// <param name="message">Stands in the folder, as it is.</param>
    public FolderContents Without(StoredMessage message, Removal? removal)
    {
        var place = Array.BinarySearch(NewestFirst, message, NewestFirstOrder);
        var all = new StoredMessage[NewestFirst.Length - 1];
        Array.Copy(NewestFirst, all, place);
        Array.Copy(NewestFirst, place + 1, all, place, all.Length - place);
        return new FolderContents(
            all,
            removal is { } r ? [.. Removals, r] : Removals,
            message.Version > 0 ? [.. Changed.Where(m => m.Key != message.Key)] : Changed,
            Unread - (message.Content.IsRead ? 0 : 1));
    }
}
