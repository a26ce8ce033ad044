using InboxNetworker.Core.Interactions;
using Microsoft.Graph.Models;
using Participant = InboxNetworker.Core.Interactions.Participant;

namespace InboxNetworker.Graph;

/// <summary>From the service's message to the item Core knows.</summary>
internal static class MessageReading
{
    public static readonly string[] Properties =
        ["from", "toRecipients", "ccRecipients", "bccRecipients", "subject", "sentDateTime", "receivedDateTime", "isDraft"];

    public static bool IsRemoved(Message message) => message.AdditionalData.ContainsKey("@removed");

    /// <summary>An update that tells only what changed. A whole message always says whether it is a draft, when, and to whom, be it nobody.</summary>
    public static bool IsPartial(Message message) =>
        message.IsDraft is null || message.ReceivedDateTime is null || message.SentDateTime is null || message.ToRecipients is null || message.CcRecipients is null;

    /// <returns>Null for an item that does not say when.</returns>
    public static MailItem? ToItem(Message message)
    {
        if ((message.SentDateTime ?? message.ReceivedDateTime) is not { } at)
        {
            return null;
        }

        var received = message.ReceivedDateTime ?? at;
        int Count(List<Recipient>? recipients) => recipients?.Count ?? 0;
        return new MailItem(
            ToParticipant(message.From?.EmailAddress),
            ToParticipants(message.ToRecipients),
            ToParticipants(message.CcRecipients),
            message.Subject,
            received < at ? received : at,
            Count(message.ToRecipients) + Count(message.CcRecipients) + Count(message.BccRecipients),
            message.IsDraft ?? false,
            message is EventMessage);
    }

    public static Participant? ToParticipant(Microsoft.Graph.Models.EmailAddress? mailbox) =>
        InboxNetworker.Core.Interactions.EmailAddress.TryParse(mailbox?.Address, out var address) ? new Participant(address, mailbox!.Name) : null;

    private static List<Participant> ToParticipants(List<Recipient>? recipients) =>
        [.. (recipients ?? []).Select(r => ToParticipant(r.EmailAddress)).OfType<Participant>()];
}
