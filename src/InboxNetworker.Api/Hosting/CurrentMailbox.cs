namespace InboxNetworker.Api.Hosting;

/// <summary>Whose mailbox this is about: of a request, the mailbox of whoever signed in.</summary>
/// <param name="key">Of its <see cref="MailboxSession"/> and its grains.</param>
/// <param name="isOwnersId">Whether the key is the owner's object id in the directory; else it names the one mailbox there is.</param>
internal sealed class CurrentMailbox(string key, bool isOwnersId)
{
    private long _id;

    public string Key => key;

    /// <summary>Whether the mailbox the service answers with is the one that was asked for.</summary>
    public bool IsOf(string ownerId) => !isOwnersId || ownerId.Equals(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>0 until the mailbox has been opened; no row has that id, so every query finds nothing.</summary>
    public long Id
    {
        get => Volatile.Read(ref _id);
        set => Volatile.Write(ref _id, value);
    }
}
