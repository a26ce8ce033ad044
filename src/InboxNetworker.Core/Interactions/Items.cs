namespace InboxNetworker.Core.Interactions;

/// <param name="Name">As it stood in the mail; null where there was none or where it merely repeats the address.</param>
public readonly record struct Participant(EmailAddress Address, string? Name);

/// <summary>What is read of a message: who, when, the subject. There is no place for a body.</summary>
/// <param name="From">Whose message it is; not the assistant who pressed send. Null when the service gives none.</param>
/// <param name="At">UTC: the earlier of sent and received, so that a sender's wrong clock cannot date a mail into the future.</param>
/// <param name="RecipientCount">All of to, cc and bcc, unreadable addresses included.</param>
/// <param name="IsSent">It stands in Sent Items: it left this mailbox, whoever's name it bears, as an assistant's who writes for the owner.</param>
/// <param name="IsMeetingMail">An invitation or the answer to one; the meeting itself counts instead.</param>
public readonly record struct MailItem(
    Participant? From,
    IReadOnlyList<Participant> To,
    IReadOnlyList<Participant> Cc,
    string? Subject,
    DateTimeOffset At,
    int RecipientCount,
    bool IsDraft = false,
    bool IsMeetingMail = false,
    bool IsSent = false);

public enum AttendeeRole
{
    Person,

    /// <summary>A room or a piece of equipment.</summary>
    Resource,
}

public readonly record struct MeetingAttendee(Participant Participant, AttendeeRole Role, bool Declined);

/// <summary>One meeting as it took place: a single event, or one occurrence of a series.</summary>
/// <param name="Attendees">May or may not hold the organiser and the owner.</param>
/// <param name="OwnerDeclined">The owner said no.</param>
/// <param name="IsOfSeries">An occurrence of a series, or an exception to one.</param>
public readonly record struct MeetingItem(
    Participant? Organizer,
    IReadOnlyList<MeetingAttendee> Attendees,
    string? Subject,
    DateTimeOffset Start,
    bool IsCancelled = false,
    bool OwnerDeclined = false,
    bool IsOfSeries = false);
