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
        var (recipients, isToOwner) = Recipients(mail, own);
        var isOut = own.Contains(from.Address) || (mail.IsSent && !isToOwner);

        // What an assistant sent for the owner is the owner's; in the assistant's name it may stand in another folder as a mail to the owner.
        var sender = isOut && !own.Contains(from.Address) ? own.Primary : from.Address;
        var key = ContentKey.Of(Channel.Mail, sender, at, recipients, mail.Subject);
        var before = into.Count;
        if (isOut)
        {
            foreach (var recipient in recipients)
            {
                if (!own.Contains(recipient))
                {
                    into.Add(new Interaction(key, recipient, at, Channel.Mail, Direction.Out));
                }
            }
        }
        else if (isToOwner)
        {
            into.Add(new Interaction(key, from.Address, at, Channel.Mail, Direction.In));
        }

        return into.Count > before ? null : NotCounted.NotBetweenTwo;
    }

    /// <summary>It is neither from the owner nor to them: whose it is depends on whether it stands in Sent Items.</summary>
    public static bool DependsOnFolder(in MailItem mail, OwnAddresses own)
    {
        var isTheirs = mail.From is { } from && !own.Contains(from.Address);
        for (var n = 0; isTheirs && n < mail.To.Count; n++)
        {
            isTheirs = !own.Contains(mail.To[n].Address);
        }

        for (var n = 0; isTheirs && n < mail.Cc.Count; n++)
        {
            isTheirs = !own.Contains(mail.Cc[n].Address);
        }

        return isTheirs;
    }

    /// <summary>To and cc, each address once.</summary>
    private static (List<EmailAddress> Recipients, bool IsToOwner) Recipients(in MailItem mail, OwnAddresses own)
    {
        // At most a few: a search is cheaper than a set.
        var recipients = new List<EmailAddress>(mail.To.Count + mail.Cc.Count);
        var isToOwner = false;
        for (var n = 0; n < mail.To.Count + mail.Cc.Count; n++)
        {
            var recipient = (n < mail.To.Count ? mail.To[n] : mail.Cc[n - mail.To.Count]).Address;
            if (!recipients.Contains(recipient))
            {
                recipients.Add(recipient);
                isToOwner |= own.Contains(recipient);
            }
        }

        return (recipients, isToOwner);
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
