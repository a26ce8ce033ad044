using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Writing;

/// <summary>What a page changes of one address. The order of pages does not matter: equal times are decided by the text.</summary>
internal static class AddressChange
{
    private const int MaxTopic = 255;

    public static void Apply(AddressRow row, IReadOnlyCollection<(CountedItem Item, Interaction Interaction)> contacts)
    {
        var before = row.History.Length == 0 ? WeeklyHistory.Empty : row.History.ToHistory();
        row.History = before.Merge(WeeklyHistory.Of(contacts.Select(c => c.Interaction))).ToBytes();
        foreach (var (item, interaction) in contacts)
        {
            row.LastAt = interaction.At > row.LastAt ? interaction.At : row.LastAt;
            if (NameIn(item, row.Value) is { } name && IsNewer(item.At, name, row.NameAt, row.Name))
            {
                (row.Name, row.NameAt) = (name, item.At);
            }

            if (Shorten(item.Subject) is not { } topic)
            {
                continue;
            }

            if (interaction.Channel == Channel.Mail && IsNewer(item.At, topic, row.LastSubjectAt, row.LastSubject))
            {
                (row.LastSubject, row.LastSubjectAt) = (topic, item.At);
            }
            else if (interaction.Channel == Channel.Meeting && IsNewer(item.At, topic, row.LastMeetingAt, row.LastMeeting))
            {
                (row.LastMeeting, row.LastMeetingAt) = (topic, item.At);
            }
        }
    }

    private static string? NameIn(CountedItem item, string address) =>
        item.Participants.Where(p => p.Address.Value == address).Select(p => DisplayName.Tidy(p.Name)).FirstOrDefault(n => n is not null);

    private static bool IsNewer(DateTimeOffset at, string text, DateTimeOffset? knownAt, string? known) =>
        knownAt is not { } than || at > than || (at == than && string.CompareOrdinal(text, known) > 0);

    private static string? Shorten(string? subject)
    {
        var text = subject?.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Length <= MaxTopic ? text : text[..MaxTopic];
    }
}
