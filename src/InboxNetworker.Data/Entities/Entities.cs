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

    /// <summary>As the directory has it.</summary>
    public string? OwnCompany { get; set; }

    /// <summary>As the directory has it.</summary>
    public string? OwnDepartment { get; set; }

    /// <summary>When the mailbox last calibrated itself on its own past; null when it never has.</summary>
    public DateTimeOffset? CalibratedAt { get; set; }

    /// <summary><see cref="Core.Relationships.Calibration.Shift"/>.</summary>
    public double CalibrationShift { get; set; }

    /// <summary><see cref="Core.Relationships.Calibration.Slope"/>.</summary>
    public double CalibrationSlope { get; set; }

    /// <summary><see cref="Core.Relationships.Calibration.Outcomes"/>.</summary>
    public int CalibrationOutcomes { get; set; }

    /// <summary>When the last complete reading ended.</summary>
    public DateTimeOffset? LastReadAt { get; set; }

    /// <summary>When the calendar was last read.</summary>
    public DateTimeOffset? MeetingsReadAt { get; set; }

    /// <summary>When all of the calendar was last read.</summary>
    public DateTimeOffset? MeetingsAllReadAt { get; set; }

    /// <summary>Every meeting from here on has been read; null to read the calendar from the beginning.</summary>
    public DateTimeOffset? MeetingsReadBackTo { get; set; }

    /// <summary>Meetings that count.</summary>
    public int MeetingsRead { get; set; }

    /// <summary>Grows with every change of what is stored.</summary>
    public long Revision { get; set; }

    /// <summary>Addresses or names have come or gone since it was last worked out whose is whose.</summary>
    public bool Regroup { get; set; }

    /// <summary>A hash of what the directory said when that was last worked out; 0 for nothing.</summary>
    public long DirectoryKey { get; set; }

    /// <summary>Single messages and meetings are kept for so many years; 0 keeps them for good.</summary>
    public int RetentionYears { get; set; } = DefaultRetentionYears;

    /// <summary>The beginning of a week: what was sent or began before has been counted, whether a row tells of it or not; null where nothing was dropped.</summary>
    public DateTimeOffset? ItemsDroppedBefore { get; set; }

    /// <summary>Of this mailbox's <see cref="ForgottenRow"/>; null where nobody ever was forgotten.</summary>
    public byte[]? ForgetSalt { get; set; }

    /// <summary>The next reading begins everything anew.</summary>
    public bool ReadAnew { get; set; }

    public const int DefaultRetentionYears = 3;
}

/// <summary>A mail folder and how far it has been read.</summary>
public sealed class FolderRow
{
    public long Id { get; set; }

    public long MailboxId { get; set; }

    /// <summary>Immutable id; case-sensitive.</summary>
    public required string GraphId { get; set; }

    /// <summary>How many messages the service says are in it.</summary>
    public int MessagesTotal { get; set; }

    /// <summary>How many messages stand in it as far as has been read, each once.</summary>
    public int MessagesHeld { get; set; }

    /// <summary>The nextLink or deltaLink to go on from; null before the first page.</summary>
    public string? Cursor { get; set; }

    /// <summary>The cursor is a deltaLink: everything up to it has been read.</summary>
    public bool UpToDate { get; set; }

    /// <summary><see cref="MessagesTotal"/> less <see cref="MessagesHeld"/> after the last reading; null when it has not been compared since it was begun anew for that.</summary>
    public int? Missing { get; set; }

    /// <summary>When it was last begun anew because something was missing.</summary>
    public DateTimeOffset? RereadAt { get; set; }

    /// <summary>What was still missing after it had been read from the beginning: things the service counts and does not list.</summary>
    public int MissingForGood { get; set; }
}

/// <summary>
/// An item of the service that has been read, a message or a meeting that counted, and whom it was with. Kept when it goes. The table is kept in
/// the order of time, newest first, as mailboxes are read: a page touches neighbours, and copies of one content stand side by side.
/// </summary>
public sealed class ItemRow
{
    public long MailboxId { get; set; }

    /// <summary>When the mail was sent, when the meeting began. A message's never changes.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary><see cref="ItemId.Value"/>. Unique within the mailbox.</summary>
    public long Id { get; set; }

    /// <summary><see cref="ContentKey.Value"/> of what was counted for it; 0 when it does not count. Copies share one.</summary>
    public long Key { get; set; }

    /// <summary>Where a message stands, or stood when its folder was begun anew; 0 for one that has gone; null for a meeting.</summary>
    public long? FolderId { get; set; }

    /// <summary>In the bytes of <see cref="Counterparts"/>; empty when it does not count.</summary>
    public required byte[] Counterparts { get; set; }
}

/// <summary>An address of a counterpart, with its relationship history.</summary>
public sealed class AddressRow
{
    public long Id { get; set; }

    public long MailboxId { get; set; }

    public long ContactId { get; set; }

    /// <summary><see cref="EmailAddress.Value"/>. Unique within the mailbox.</summary>
    public required string Value { get; set; }

    /// <summary>The newest name seen beside the address in a mail; null where none was.</summary>
    public string? Name { get; set; }

    public DateTimeOffset? NameAt { get; set; }

    /// <summary>The same, in a meeting.</summary>
    public string? MeetingName { get; set; }

    public DateTimeOffset? MeetingNameAt { get; set; }

    public DirectoryKind Kind { get; set; }

    /// <summary>The same for all addresses of one entry of the directory or one contact card; null where neither knows the address.</summary>
    public string? DirectoryEntry { get; set; }

    public string? DirectoryName { get; set; }

    public string? Department { get; set; }

    public string? Company { get; set; }

    public string? JobTitle { get; set; }

    /// <summary>In the bytes of <see cref="Core.Relationships.WeeklyHistoryFormat"/>.</summary>
    public required byte[] History { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public string? LastSubject { get; set; }

    public DateTimeOffset? LastSubjectAt { get; set; }

    public string? LastMeeting { get; set; }

    public DateTimeOffset? LastMeetingAt { get; set; }

    /// <summary>The title of the next meeting that is not cancelled.</summary>
    public string? NextMeeting { get; set; }

    public DateTimeOffset? NextMeetingAt { get; set; }

    /// <exception cref="InvalidDataException">Something else wrote into the store.</exception>
    public EmailAddress Parsed() =>
        EmailAddress.TryParse(Value, out var address) ? address : throw new InvalidDataException("A stored address cannot be read.");
}

/// <summary>A person: one address or several. All that is known of them stands with the addresses.</summary>
public sealed class ContactRow
{
    public long Id { get; set; }

    public long MailboxId { get; set; }
}
