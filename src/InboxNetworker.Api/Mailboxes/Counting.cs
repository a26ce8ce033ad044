using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Writing;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>From what the service sent to what is kept: Core's rules, applied to a page.</summary>
internal static class Counting
{
    /// <param name="isSentItems">The mails stand in the Sent Items folder.</param>
    public static List<CountedItem> Count(IEnumerable<MailItem> mails, bool isSentItems, OwnAddresses own)
    {
        var counted = new List<CountedItem>();
        foreach (var mail in mails)
        {
            var interactions = new List<Interaction>();
            if (Extraction.FromMail(mail with { IsSent = isSentItems }, own, interactions) is null)
            {
                counted.Add(new CountedItem(interactions, mail.Subject, [mail.From!.Value, .. mail.To, .. mail.Cc]));
            }
        }

        return counted;
    }

    public static List<CountedItem> Count(IEnumerable<MeetingItem> meetings, OwnAddresses own, DateTimeOffset now)
    {
        var counted = new List<CountedItem>();
        foreach (var meeting in meetings)
        {
            var interactions = new List<Interaction>();
            if (Extraction.FromMeeting(meeting, own, now, interactions) is null)
            {
                var attendees = meeting.Attendees.Select(a => a.Participant);
                counted.Add(new CountedItem(interactions, meeting.Subject, [.. meeting.Organizer is { } organizer ? attendees.Prepend(organizer) : attendees]));
            }
        }

        return counted;
    }
}
