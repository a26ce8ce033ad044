using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Writing;
using InboxNetworker.Graph;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>From what the service sent to what is kept: Core's rules, applied to a page.</summary>
internal static class Counting
{
    /// <param name="isSentItems">The mails stand in the Sent Items folder.</param>
    public static List<SeenItem> Of(IReadOnlyList<MailChange> changes, bool isSentItems, OwnAddresses own)
    {
        var items = new List<SeenItem>(changes.Count);
        foreach (var change in changes)
        {
            items.Add(change.Mail is { } mail
                ? new SeenItem(change.Id, Seconds(mail.At), Count(mail with { IsSent = isSentItems }, own), Elsewhere: Elsewhere(mail with { IsSent = !isSentItems }, own))
                : new SeenItem(change.Id, default, null, change.Removed));
        }

        return items;
    }

    public static List<SeenItem> Of(IEnumerable<MeetingEntry> meetings, OwnAddresses own, DateTimeOffset now) =>
        [.. meetings.Select(entry => new SeenItem(entry.Id, Seconds(entry.Meeting.Start), Count(entry.Meeting, own, now)))];

    /// <summary>Everybody the owner is going to meet, by each meeting that is neither cancelled nor declined.</summary>
    public static IEnumerable<ComingMeeting> Coming(IEnumerable<MeetingEntry> meetings, OwnAddresses own, DateTimeOffset now) =>
        meetings.Where(entry => entry.Meeting.Start > now).SelectMany(entry =>
            Count(entry.Meeting, own, DateTimeOffset.MaxValue)?.Interactions.Select(i => new ComingMeeting(i.Counterpart.Value, entry.Meeting.Subject, i.At)) ?? []);

    private static CountedItem? Count(in MailItem mail, OwnAddresses own)
    {
        var interactions = new List<Interaction>(1);
        return Extraction.FromMail(mail, own, interactions) is null
            ? new CountedItem(interactions, mail.Subject, [mail.From!.Value, .. mail.To, .. mail.Cc])
            : null;
    }

    private static CountedItem? Count(MeetingItem meeting, OwnAddresses own, DateTimeOffset now)
    {
        var interactions = new List<Interaction>();
        if (Extraction.FromMeeting(meeting, own, now, interactions) is not null)
        {
            return null;
        }

        var attendees = meeting.Attendees.Select(a => a.Participant);
        return new CountedItem(interactions, meeting.Subject, [.. meeting.Organizer is { } organizer ? attendees.Prepend(organizer) : attendees]);
    }

    /// <summary>What a mail in somebody else's name says depends on whether it stands in Sent Items; what it said there it has said.</summary>
    private static ContentKey? Elsewhere(in MailItem mail, OwnAddresses own) => Extraction.DependsOnFolder(mail, own) ? Count(mail, own)?.Source : null;

    private static DateTimeOffset Seconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
