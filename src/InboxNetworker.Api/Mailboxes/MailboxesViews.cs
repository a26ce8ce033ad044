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

    /// <summary>Everything was erased; nothing is read until that is asked for.</summary>
    Erased,
}

/// <param name="MessagesRead">Of <paramref name="MessagesTotal"/>: messages that stand in the folders that are read, each once.</param>
/// <param name="MeetingsRead">Past meetings that count.</param>
/// <param name="Contacts">People found so far.</param>
/// <param name="WaitingUntil">The service asked to wait until then; null while it does not.</param>
/// <param name="Notices">What is left out, for want of a permission or because it could not be read.</param>
/// <param name="Notifications">Whether and how often the service told of changes.</param>
public record SyncStatus(
    bool Running,
    SyncState State,
    int MessagesRead,
    int MessagesTotal,
    int MeetingsRead,
    int Contacts,
    DateTimeOffset? LastReadAt,
    DateTimeOffset? WaitingUntil,
    SyncError? LastError,
    IReadOnlyList<SyncNotice> Notices,
    NotificationStatus Notifications)
{
    public static readonly SyncStatus Initial = new(false, SyncState.Waiting, 0, 0, 0, 0, null, null, null, [], new NotificationStatus(0, 0, 0));
}

/// <summary>The status with what takes a moment to work out.</summary>
public sealed record SyncReport : SyncStatus
{
    public SyncReport(SyncStatus status)
        : base(status)
    {
    }

    /// <summary>
    /// A hash over all stored interactions and relationships, 32 hexadecimal digits: two stores that hold the same have the same, in whatever
    /// order and under whatever ids it was read. Null while reading goes on, and before anything has been read.
    /// </summary>
    public required string? Digest { get; init; }
}

/// <param name="Subscriptions">How many stand: messages and meetings. 0 where the service cannot reach this program.</param>
/// <param name="Received">Since the start.</param>
/// <param name="Dropped">Without the secret of a subscription, so not from the service.</param>
public sealed record NotificationStatus(int Subscriptions, int Received, int Dropped);

/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do.</param>
public sealed record SyncError(string Title, string Detail);

/// <param name="Title">What is missing.</param>
/// <param name="Detail">What that means, and what to do.</param>
public sealed record SyncNotice(string Title, string Detail);
