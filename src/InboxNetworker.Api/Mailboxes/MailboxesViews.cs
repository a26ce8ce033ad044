namespace InboxNetworker.Api.Mailboxes;

public enum SyncState
{
    /// <summary>Nothing has been read since the start.</summary>
    Waiting,
    Reading,

    /// <summary>The last reading went through.</summary>
    Ready,

    /// <summary>The last reading stopped; what was read before stands.</summary>
    Failed,
}

/// <param name="MessagesRead">Of <paramref name="MessagesTotal"/>: items received from all folders that are read.</param>
/// <param name="Contacts">People found so far.</param>
public sealed record SyncStatus(
    bool Running,
    SyncState State,
    int MessagesRead,
    int MessagesTotal,
    int MeetingsRead,
    int Contacts,
    DateTimeOffset? LastReadAt,
    SyncError? LastError)
{
    public static readonly SyncStatus Initial = new(false, SyncState.Waiting, 0, 0, 0, 0, null, null);
}

/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do.</param>
public sealed record SyncError(string Title, string Detail);
