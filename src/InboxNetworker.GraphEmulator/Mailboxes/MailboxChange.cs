namespace InboxNetworker.GraphEmulator.Mailboxes;

internal enum ChangeKind
{
    Created,
    Updated,
    Deleted,
}

internal enum ChangedResource
{
    Message,
    Event,
}

/// <summary>Something that happened in the mailbox, as subscriptions tell it.</summary>
/// <param name="ItemId">The immutable id.</param>
/// <param name="FolderId">Where the message stands now, or stood when it went; null for a meeting.</param>
internal sealed record MailboxChange(ChangeKind Kind, ChangedResource Resource, string ItemId, string? FolderId);
