using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>A meeting to be added: a single event, or a series by its weeks and occurrences.</summary>
/// <param name="Subject">At most 255 characters.</param>
/// <param name="Start">Of the first occurrence, for a series.</param>
/// <param name="End">Not before <paramref name="Start"/>.</param>
/// <param name="Organizer">Null for the mailbox owner.</param>
/// <param name="OwnResponse">Null for what follows from the organizer: <see cref="Response.Organizer"/> for the owner's own meeting, else <see cref="Response.NotResponded"/>.</param>
/// <param name="Weeks">0 for a single event; else the series repeats every so many weeks, at most 99.</param>
/// <param name="Occurrences">1 for a single event; at most 999.</param>
/// <param name="IsAllDay">Start and end are then midnights (UTC).</param>
public sealed record EventToAdd(
    string Subject,
    DateTimeOffset Start,
    DateTimeOffset End,
    Recipient? Organizer = null,
    IReadOnlyList<Attendee>? Attendees = null,
    Response? OwnResponse = null,
    int Weeks = 0,
    int Occurrences = 1,
    bool IsCancelled = false,
    bool IsAllDay = false);

/// <summary>What is to differ in a single event or a whole series from now on; null is left as it is.</summary>
/// <param name="Start">Of the first occurrence, for a series; all the others move with it.</param>
/// <param name="Attendees">All of them, with their responses: who is missing here is no longer invited.</param>
public sealed record EventChange(
    string? Subject = null,
    DateTimeOffset? Start = null,
    DateTimeOffset? End = null,
    IReadOnlyList<Attendee>? Attendees = null,
    bool? IsCancelled = null,
    Response? OwnResponse = null);

/// <summary>A single event or a whole series as it stands in the calendar.</summary>
/// <param name="Id">The immutable id.</param>
public sealed record CalendarEvent(
    string Id,
    string Subject,
    DateTimeOffset Start,
    DateTimeOffset End,
    Recipient Organizer,
    IReadOnlyList<Attendee> Attendees,
    Response OwnResponse,
    int Weeks,
    int Occurrences,
    bool IsCancelled,
    bool IsAllDay);
