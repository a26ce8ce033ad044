namespace InboxNetworker.GraphEmulator.Mailboxes;

/// <summary>Everything a mailbox holds when the emulator starts; the sample mailbox and mailbox files both end in this.</summary>
/// <param name="Messages">Any order; the same message may stand in several folders under different ids.</param>
public sealed record MailboxContent(
    Owner Owner,
    IReadOnlyList<Folder> Folders,
    IReadOnlyList<Message> Messages,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<DirectoryPerson> People);

/// <summary>A name and an address as they stood in a message; <paramref name="Name"/> is the address itself where none was given, as the service does.</summary>
public sealed record Recipient(string Name, string Address);

/// <summary>Whose mailbox this is.</summary>
/// <param name="Mail">The primary address.</param>
/// <param name="OtherAddresses">Further addresses of the same mailbox, served as <c>proxyAddresses</c> (<c>smtp:</c>) and <c>otherMails</c>.</param>
/// <param name="TimeZone">As Windows names it.</param>
public sealed record Owner(
    string DisplayName,
    string Mail,
    IReadOnlyList<string> OtherAddresses,
    string? JobTitle = null,
    string? Department = null,
    string? CompanyName = null,
    string TimeZone = "UTC");

/// <summary>A mail folder.</summary>
/// <param name="Key">Unique within the mailbox; messages name it. The ids on the wire are made from it.</param>
/// <param name="WellKnownName"><c>inbox</c>, <c>sentitems</c>, <c>drafts</c>, <c>deleteditems</c>, <c>junkemail</c>, <c>archive</c>, <c>outbox</c>; null for the user's own folders.</param>
/// <param name="ParentKey">Null for a folder at the top (under <c>msgfolderroot</c>).</param>
public sealed record Folder(string Key, string DisplayName, string? WellKnownName = null, string? ParentKey = null, bool IsHidden = false);

public enum MessageKind
{
    /// <summary><c>#microsoft.graph.message</c></summary>
    Message,

    /// <summary><c>#microsoft.graph.eventMessageRequest</c>: an invitation.</summary>
    MeetingRequest,

    /// <summary><c>#microsoft.graph.eventMessageResponse</c>: accepted, tentative or declined.</summary>
    MeetingResponse,
}

/// <summary>One message in one folder.</summary>
/// <param name="Key">Unique within the mailbox and the same on every start; the ids on the wire are made from it.</param>
/// <param name="From">Whose message it is. Null in drafts without a sender.</param>
/// <param name="Sender">Who pressed send; differs from <paramref name="From"/> when an assistant writes for her boss. Null: the same as From.</param>
/// <param name="Sent">UTC, whole seconds.</param>
/// <param name="ConversationKey">Messages of one thread share it.</param>
/// <param name="Text">The body as plain text; never served without Mail.Read, shown by nobody but the person's own Outlook.</param>
/// <param name="Bcc">Known of the owner's own messages only; null is the same as none.</param>
public sealed record Message(
    string Key,
    string FolderKey,
    Recipient? From,
    IReadOnlyList<Recipient> To,
    IReadOnlyList<Recipient> Cc,
    string Subject,
    DateTimeOffset Sent,
    string ConversationKey,
    string InternetMessageId,
    Recipient? Sender = null,
    MessageKind Kind = MessageKind.Message,
    bool IsRead = true,
    bool IsDraft = false,
    string Text = "",
    IReadOnlyList<Recipient>? Bcc = null);

public enum Response
{
    None,
    Organizer,
    Accepted,
    TentativelyAccepted,
    Declined,
    NotResponded,
}

public enum AttendeeType
{
    Required,
    Optional,

    /// <summary>A room or a piece of equipment.</summary>
    Resource,
}

public sealed record Attendee(string Name, string Address, AttendeeType Type, Response Response);

/// <summary>A meeting: a single event, or a whole series with its recurrence.</summary>
/// <param name="Start">UTC; of the first occurrence, for a series.</param>
/// <param name="Weeks">0 for a single event; else the series repeats every so many weeks (1 = weekly, 2 = every other week, 4 = every fourth).</param>
/// <param name="Occurrences">How many times a series takes place, the first included; 1 for a single event.</param>
/// <param name="OwnResponse">The mailbox owner's answer.</param>
public sealed record Meeting(
    string Key,
    string Subject,
    DateTimeOffset Start,
    DateTimeOffset End,
    Recipient Organizer,
    IReadOnlyList<Attendee> Attendees,
    Response OwnResponse = Response.Accepted,
    int Weeks = 0,
    int Occurrences = 1,
    bool IsCancelled = false,
    bool IsAllDay = false);

/// <summary>An entry of the directory or of the owner's circle, served by <c>/me/people</c>, and by <c>/users</c> when <paramref name="IsUser"/>.</summary>
/// <param name="Addresses">The first is the primary one; never empty.</param>
/// <param name="Class"><c>Person</c>, <c>Group</c> or <c>Room</c>... as in <c>personType.class</c>.</param>
/// <param name="Subclass">As in <c>personType.subclass</c>: <c>OrganizationUser</c>, <c>PersonalContact</c>, <c>Room</c>, <c>UnifiedGroup</c> …</param>
/// <param name="AccountEnabled">False once somebody has left the organisation.</param>
/// <param name="Relevance">Higher comes first in <c>/me/people</c>.</param>
public sealed record DirectoryPerson(
    string DisplayName,
    IReadOnlyList<string> Addresses,
    string Class = "Person",
    string Subclass = "OrganizationUser",
    string? JobTitle = null,
    string? Department = null,
    string? CompanyName = null,
    bool IsUser = true,
    bool AccountEnabled = true,
    double Relevance = 1,
    byte[]? Photo = null);
