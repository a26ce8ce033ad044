namespace InboxNetworker.Data.Entities;

/// <summary>A wish to be told of changes, as the service keeps it.</summary>
public sealed class SubscriptionRow
{
    public long MailboxId { get; set; }

    /// <summary>As <c>/me/messages</c>. Unique within the mailbox.</summary>
    public required string Resource { get; set; }

    /// <summary>The service's id.</summary>
    public required string GraphId { get; set; }

    /// <summary>The secret that every notification has to carry.</summary>
    public required string ClientState { get; set; }

    /// <summary>Where the service tells of changes. A program under another address needs another subscription.</summary>
    public required Uri NotificationUrl { get; set; }

    /// <summary>When it ends, or at the latest has to be renewed.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
