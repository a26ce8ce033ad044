using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Data.Entities;

/// <summary>One owner's mailbox; every other row belongs to one.</summary>
public sealed class MailboxRow
{
    public long Id { get; set; }

    /// <summary>The object id of the owner in the directory. Unique.</summary>
    public required string OwnerId { get; set; }

    public required string OwnerName { get; set; }

    /// <summary>Lower case, separated by line feeds.</summary>
    public required string OwnAddresses { get; set; }

    /// <summary>When the last complete reading ended.</summary>
    public DateTimeOffset? LastReadAt { get; set; }

    /// <summary>Meetings that began before this have been read.</summary>
    public DateTimeOffset? MeetingsReadUntil { get; set; }

    public int MeetingsRead { get; set; }
}

/// <summary>A mail folder and how far it has been read.</summary>
public sealed class FolderRow
{
    public long Id { get; set; }

    public long MailboxId { get; set; }

    /// <summary>Immutable id; case-sensitive.</summary>
    public required string GraphId { get; set; }

    public int MessagesTotal { get; set; }

    /// <summary>Items received so far, repeats included.</summary>
    public int MessagesRead { get; set; }

    /// <summary>The nextLink or deltaLink to go on from; null before the first page.</summary>
    public string? Cursor { get; set; }

    /// <summary>The cursor is a deltaLink: everything up to it has been read.</summary>
    public bool UpToDate { get; set; }
}

/// <summary>A message or meeting that has been counted. Reading it again changes nothing.</summary>
public sealed class SourceRow
{
    public long MailboxId { get; set; }

    /// <summary><see cref="ContentKey.Value"/>.</summary>
    public long Key { get; set; }
}

/// <summary>One <see cref="Interaction"/>; appended, never changed.</summary>
public sealed class InteractionRow
{
    public long Id { get; set; }

    public long MailboxId { get; set; }

    public long AddressId { get; set; }

    public long SourceKey { get; set; }

    public DateTimeOffset At { get; set; }

    public Channel Channel { get; set; }

    public Direction Direction { get; set; }
}

/// <summary>An address of a counterpart, with its relationship history.</summary>
public sealed class AddressRow
{
    public long Id { get; set; }

    public long MailboxId { get; set; }

    public long ContactId { get; set; }

    /// <summary><see cref="EmailAddress.Value"/>. Unique within the mailbox.</summary>
    public required string Value { get; set; }

    /// <summary>The newest name seen beside the address; null where none was.</summary>
    public string? Name { get; set; }

    public DateTimeOffset? NameAt { get; set; }

    public DirectoryKind Kind { get; set; }

    /// <summary>In the bytes of <see cref="Core.Relationships.WeeklyHistoryFormat"/>.</summary>
    public required byte[] History { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public string? LastSubject { get; set; }

    public DateTimeOffset? LastSubjectAt { get; set; }

    public string? LastMeeting { get; set; }

    public DateTimeOffset? LastMeetingAt { get; set; }
}

/// <summary>A person: one address or several.</summary>
public sealed class ContactRow
{
    public long Id { get; set; }

    public long MailboxId { get; set; }

    /// <summary>From the directory; null where it knows nothing, then the newest name of an address stands.</summary>
    public string? Name { get; set; }

    public string? Department { get; set; }

    public string? Company { get; set; }

    public string? JobTitle { get; set; }
}
