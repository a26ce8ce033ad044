namespace InboxNetworker.Api.Hosting;

/// <summary>Whose mailbox a request is about. Without a sign-in there is one.</summary>
internal sealed class CurrentMailbox
{
    private long _id;

    /// <summary>0 until the mailbox has been opened; no row has that id, so every query finds nothing.</summary>
    public long Id
    {
        get => Volatile.Read(ref _id);
        set => Volatile.Write(ref _id, value);
    }
}
