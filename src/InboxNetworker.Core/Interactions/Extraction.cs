namespace InboxNetworker.Core.Interactions;

/// <summary>Why a message or a meeting says nothing about a relationship.</summary>
public enum NotCounted
{
    Draft,
    MeetingMail,
    NoSender,

    /// <summary>More than <see cref="Extraction.MaxRecipients"/> recipients.</summary>
    MassMail,

    /// <summary>The owner is neither sender nor in to or cc, or nobody else is.</summary>
    NotBetweenTwo,
    Cancelled,
    Declined,

    /// <summary>A meeting that has not begun yet.</summary>
    Coming,
}

/// <summary>Who is the counterpart, and in which direction: the rules that turn a message or a meeting into interactions.</summary>
public static class Extraction
{
    /// <summary>A message to more people, or a meeting of more, is a broadcast and not a contact.</summary>
    public const int MaxRecipients = 20;

    /// <summary>A meeting of more people than this is a gathering.</summary>
    public const int LargeMeeting = 8;

    /// <summary>
    /// From the owner, or in the owner's Sent Items and not to the owner: one interaction with every other address in to and cc. From somebody else with the
    /// owner in to or cc: one interaction with the sender.
    /// </summary>
    /// <param name="into">Receives the interactions.</param>
    /// <returns>Null when interactions were found; else the reason why not.</returns>
    public static NotCounted? FromMail(in MailItem mail, OwnAddresses own, ICollection<Interaction> into)
    {
        if (mail.IsDraft)
        {
            return NotCounted.Draft;
        }

        if (mail.IsMeetingMail)
        {
            return NotCounted.MeetingMail;
        }

        if (mail.From is not { } from)
        {
            return NotCounted.NoSender;
        }

        if (mail.RecipientCount > MaxRecipients)
        {
            return NotCounted.MassMail;
        }

        var at = WholeSeconds(mail.At);
        var recipients = mail.To.Concat(mail.Cc).Select(p => p.Address).Distinct().ToList();
        var isOut = own.Contains(from.Address) || (mail.IsSent && !recipients.Any(own.Contains));

        // What an assistant sent for the owner is the owner's; in the assistant's name it may stand in another folder as a mail to the owner.
        var sender = isOut && !own.Contains(from.Address) ? own.Primary : from.Address;
        var key = ContentKey.Of(Channel.Mail, sender, at, recipients, mail.Subject);
        var before = into.Count;
        if (isOut)
        {
            foreach (var recipient in recipients.Where(r => !own.Contains(r)))
            {
                into.Add(new Interaction(key, recipient, at, Channel.Mail, Direction.Out));
            }
        }
        else if (recipients.Any(own.Contains))
        {
            into.Add(new Interaction(key, from.Address, at, Channel.Mail, Direction.In));
        }

        return into.Count > before ? null : NotCounted.NotBetweenTwo;
    }

    /// <summary>One interaction with everybody who took part: the organiser and the attendees who did not decline, rooms left out.</summary>
    /// <param name="now">Meetings that begin later have not happened and are not counted.</param>
    /// <param name="into">Receives the interactions.</param>
    /// <returns>Null when interactions were found; else the reason why not.</returns>
    public static NotCounted? FromMeeting(in MeetingItem meeting, OwnAddresses own, DateTimeOffset now, ICollection<Interaction> into)
    {
        if (meeting.IsCancelled)
        {
            return NotCounted.Cancelled;
        }

        if (meeting.OwnerDeclined)
        {
            return NotCounted.Declined;
        }

        if (meeting.Start > now)
        {
            return NotCounted.Coming;
        }

        var invited = meeting.Attendees.Where(a => a.Role == AttendeeRole.Person).ToList();
        if (invited.Count > MaxRecipients)
        {
            return NotCounted.MassMail;
        }

        if ((meeting.Organizer ?? invited.Select(a => (Participant?)a.Participant).FirstOrDefault()) is not { } organizer)
        {
            return NotCounted.NotBetweenTwo;
        }

        var at = WholeSeconds(meeting.Start);
        var people = invited.Where(a => !a.Declined).Select(a => a.Participant.Address)
            .Prepend(organizer.Address).Distinct().Where(a => !own.Contains(a)).ToList();

        // Everything that is counted is in the key: a meeting whose key changes has to be counted anew.
        var key = ContentKey.Of(Channel.Meeting, organizer.Address, at, people, meeting.IsOfSeries ? meeting.Subject + SeriesMark : meeting.Subject);
        var channel = meeting.IsOfSeries || people.Count > LargeMeeting ? Channel.Gathering : Channel.Meeting;
        foreach (var person in people)
        {
            into.Add(new Interaction(key, person, at, channel, Direction.Both));
        }

        return people.Count > 0 ? null : NotCounted.NotBetweenTwo;
    }

    private const string SeriesMark = "\u001e";

    private static DateTimeOffset WholeSeconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
