using InboxNetworker.Core.Interactions;
using Microsoft.Graph.Models;
using Participant = InboxNetworker.Core.Interactions.Participant;

namespace InboxNetworker.Graph;

/// <summary>From the service's message to the item Core knows. Pages of them are read by <see cref="MessagePageReader"/>.</summary>
internal static class MessageReading
{
    public static readonly string[] Properties =
        ["from", "toRecipients", "ccRecipients", "bccRecipients", "subject", "sentDateTime", "receivedDateTime", "isDraft"];

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
