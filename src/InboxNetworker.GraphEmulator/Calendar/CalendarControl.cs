using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>
/// Changes the calendar while the emulator runs, as the owner, the organizers and the attendees would; subscriptions and deltas tell it.
/// Ids are those on the wire: immutable ones are given, either form is taken. Safe for any number of threads.
/// </summary>
public sealed class CalendarControl
{
    private readonly MailboxStore _mailbox;

    internal CalendarControl(MailboxStore mailbox) => _mailbox = mailbox;

    /// <summary>Single events and whole series, by start, all as they stood at one moment.</summary>
    public IReadOnlyList<CalendarEvent> Events => [.. _mailbox.Calendar.Events.Select(e => Told(e.Whole))];

    /// <returns>The event with its id; of a series, the id of the master.</returns>
    /// <exception cref="ArgumentException">The service could not have such an event; the message says why.</exception>
    public CalendarEvent Add(EventToAdd added)
    {
        ArgumentNullException.ThrowIfNull(added);
        return TryAdd(added, out var stored, out var problem) ? stored : throw new ArgumentException(problem, nameof(added));
    }

    /// <summary>Changes a single event or a whole series.</summary>
    /// <returns>The event as it is now; null when there is none of the id.</returns>
    /// <exception cref="ArgumentException">The service could not have such an event, or the id is one of an occurrence; the message says why. Nothing has changed.</exception>
    public CalendarEvent? Change(string id, EventChange change)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(change);
        return TryChange(id, change, out var stored, out var problem) ? stored : throw new ArgumentException(problem, nameof(change));
    }

    /// <summary>Deletes a single event or a whole series.</summary>
    /// <returns>False when there is none of the id.</returns>
    /// <exception cref="ArgumentException">The id is one of an occurrence.</exception>
    public bool Delete(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return TryDelete(id, out var deleted, out var problem) ? deleted : throw new ArgumentException(problem, nameof(id));
    }

    internal bool TryAdd(EventToAdd added, [NotNullWhen(true)] out CalendarEvent? stored, [NotNullWhen(false)] out string? problem)
    {
        var owner = new Recipient(_mailbox.Owner.DisplayName, _mailbox.Owner.Mail);
        var organizer = added.Organizer ?? owner;
        var ownerOrganizes = organizer.Address is { } address && _mailbox.Calendar.OwnAddresses.Contains(address);
        var answer = added.OwnResponse ?? (ownerOrganizes ? Response.Organizer : Response.NotResponded);
        var meeting = new Meeting(
            "",
            added.Subject,
            added.Start.ToUniversalTime(),
            added.End.ToUniversalTime(),
            organizer,
            [.. added.Attendees ?? []],
            answer,
            added.Weeks,
            added.Occurrences,
            added.IsCancelled,
            added.IsAllDay);
        stored = null;
        problem = EventRules.Problem(meeting) ?? EventRules.Problem(answer, ownerOrganizes);
        if (problem is not null)
        {
            return false;
        }

        var whole = _mailbox.Calendar.Add(key => meeting with { Key = key });
        Tell(ChangeKind.Created, whole.Key);
        stored = Told(whole);
        return true;
    }

    /// <param name="stored">Null when there is no such event.</param>
    internal bool TryChange(string id, EventChange change, out CalendarEvent? stored, [NotNullWhen(false)] out string? problem)
    {
        stored = null;
        if (!TryRead(id, out var key, out problem) || key is null)
        {
            return problem is null;
        }

        string? found = null;
        var outcome = _mailbox.Calendar.Change(key.Value, before =>
        {
            var after = before with
            {
                Subject = change.Subject ?? before.Subject,
                Start = change.Start?.ToUniversalTime() ?? before.Start,
                End = change.End?.ToUniversalTime() ?? before.End,
                Attendees = change.Attendees is { } attendees && !attendees.SequenceEqual(before.Attendees) ? [.. attendees] : before.Attendees,
                IsCancelled = change.IsCancelled ?? before.IsCancelled,
                OwnResponse = change.OwnResponse ?? before.OwnResponse,
            };
            found = EventRules.Problem(after)
                ?? (change.OwnResponse is { } answer ? EventRules.Problem(answer, _mailbox.Calendar.OwnAddresses.Contains(before.Organizer.Address)) : null);
            return found is not null || after == before ? before : after;
        });
        problem = found;
        if (problem is not null)
        {
            return false;
        }

        if (outcome is { Changed: true })
        {
            Tell(ChangeKind.Updated, key.Value);
        }

        stored = outcome is { Stored: { } now } ? Told(now) : null;
        return true;
    }

    internal bool TryDelete(string id, out bool deleted, [NotNullWhen(false)] out string? problem)
    {
        deleted = false;
        if (!TryRead(id, out var key, out problem) || key is null)
        {
            return problem is null;
        }

        deleted = _mailbox.Calendar.Delete(key.Value);
        if (deleted)
        {
            Tell(ChangeKind.Deleted, key.Value);
        }

        return true;
    }

    /// <summary>An id nobody could have has no event; one of an occurrence is refused, for an occurrence cannot differ from its series here.</summary>
    private bool TryRead(string id, out UInt128? key, [NotNullWhen(false)] out string? problem)
    {
        key = null;
        problem = null;
        if (!_mailbox.Ids.TryRead(id, out var read) || read.Kind != WireKind.Event)
        {
            return true;
        }

        if (read.Occurrence != 0)
        {
            problem = "id: this is one occurrence of a series; give the id of the series (seriesMasterId) to change all of it.";
            return false;
        }

        key = read.Key;
        return true;
    }

    private void Tell(ChangeKind kind, UInt128 key) =>
        _mailbox.Tell(new MailboxChange(kind, ChangedResource.Event, _mailbox.Ids.Event(key, 0, immutable: true), null));

    private CalendarEvent Told(StoredMeeting stored)
    {
        var meeting = stored.Meeting;
        return new CalendarEvent(
            _mailbox.Ids.Event(stored.Key, 0, immutable: true),
            meeting.Subject,
            meeting.Start,
            meeting.End,
            meeting.Organizer,
            meeting.Attendees,
            meeting.OwnResponse,
            meeting.Weeks,
            meeting.Occurrences,
            meeting.IsCancelled,
            meeting.IsAllDay);
    }
}
