using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Writing;

/// <summary>What a page changes of one address. The order of pages does not matter: equal times are decided by the text.</summary>
internal static class AddressChange
{
    private const int MaxTopic = 255;

    /// <summary>Adds what happened to the history.</summary>
    /// <param name="interactions">At least one.</param>
    public static void Count(AddressRow row, IEnumerable<Interaction> interactions)
    {
        var more = WeeklyHistory.Of(interactions);
        var last = more.Weeks[^1].Last;
        row.History = row.History.Plus(more);
        row.LastAt = last > row.LastAt ? last : row.LastAt;
    }

    public static void SetHistory(AddressRow row, WeeklyHistory history)
    {
        row.History = history.ToBytes();
        row.LastAt = history.IsEmpty ? default : history.Weeks[^1].Last;
    }

    /// <summary>Takes the newest name and topic; seeing the same again changes nothing.</summary>
    /// <returns>True when something changed.</returns>
    public static bool Describe(AddressRow row, CountedItem item)
    {
        var isMail = item.Interactions[0].Channel == Channel.Mail;
        if (isMail ? item.At < row.NameAt && item.At < row.LastSubjectAt : item.At < row.MeetingNameAt && item.At < row.LastMeetingAt)
        {
            return false; // nearly always, as mailboxes are read newest first
        }

        var topic = Shorten(item.Subject);
        var name = NameIn(item, row.Value);
        var before = (row.Name, row.NameAt, row.LastSubject, row.LastSubjectAt, row.MeetingName, row.MeetingNameAt, row.LastMeeting, row.LastMeetingAt);
        if (isMail)
        {
            (row.Name, row.NameAt) = Newer(item.At, name, row.NameAt, row.Name);
            (row.LastSubject, row.LastSubjectAt) = Newer(item.At, topic, row.LastSubjectAt, row.LastSubject);
        }
        else
        {
            (row.MeetingName, row.MeetingNameAt) = Newer(item.At, name, row.MeetingNameAt, row.MeetingName);
            (row.LastMeeting, row.LastMeetingAt) = Newer(item.At, topic, row.LastMeetingAt, row.LastMeeting);
        }

        return before != (row.Name, row.NameAt, row.LastSubject, row.LastSubjectAt, row.MeetingName, row.MeetingNameAt, row.LastMeeting, row.LastMeetingAt);
    }

    /// <summary>Forgets a name and a topic that came from what is no longer counted.</summary>
    /// <returns>True when a meeting's were among them: an older meeting's have to take their place.</returns>
    public static bool Forget(AddressRow row, DateTimeOffset at, Channel channel)
    {
        if (channel == Channel.Mail)
        {
            (row.Name, row.NameAt) = row.NameAt == at ? (null, null) : (row.Name, row.NameAt);
            (row.LastSubject, row.LastSubjectAt) = row.LastSubjectAt == at ? (null, null) : (row.LastSubject, row.LastSubjectAt);
            return false;
        }

        var wasLast = row.MeetingNameAt == at || row.LastMeetingAt == at;
        (row.MeetingName, row.MeetingNameAt) = row.MeetingNameAt == at ? (null, null) : (row.MeetingName, row.MeetingNameAt);
        (row.LastMeeting, row.LastMeetingAt) = row.LastMeetingAt == at ? (null, null) : (row.LastMeeting, row.LastMeetingAt);
        return wasLast;
    }

    internal static string? Shorten(string? subject)
    {
        var text = subject?.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Length <= MaxTopic ? text : text[..(char.IsHighSurrogate(text[MaxTopic - 1]) ? MaxTopic - 1 : MaxTopic)];
    }

    private static string? NameIn(CountedItem item, string address) =>
        item.Participants.Where(p => p.Address.Value == address).Select(p => DisplayName.Tidy(p.Name)).Where(n => n is not null).Order(StringComparer.Ordinal).FirstOrDefault();

    private static (string? Text, DateTimeOffset? At) Newer(DateTimeOffset at, string? text, DateTimeOffset? knownAt, string? known) =>
        text is not null && (knownAt is not { } than || at > than || (at == than && string.CompareOrdinal(text, known) > 0)) ? (text, at) : (known, knownAt);
}
