using Microsoft.Graph.Models;

namespace InboxNetworker.Graph;

public sealed record ShownParticipant(string Name, string Address);

/// <param name="DraftText">Only of a draft that was opened by itself.</param>
public sealed record ShownMessage(
    string Id,
    ShownParticipant? From,
    IReadOnlyList<ShownParticipant> To,
    IReadOnlyList<ShownParticipant> Cc,
    string Subject,
    DateTimeOffset At,
    bool IsRead,
    bool IsDraft,
    string? DraftText);

/// <summary>
/// Stands where Outlook would be in the demo: shows folders, and drafts with their text, because the user has just written them here.
/// Nothing of it is stored, and the product's own reading goes through <see cref="GraphMailbox"/>.
/// </summary>
public sealed class GraphPreview(GraphConnection connection)
{
    private static readonly string[] Properties = ["id", "from", "toRecipients", "ccRecipients", "subject", "receivedDateTime", "sentDateTime", "lastModifiedDateTime", "isRead", "isDraft"];

    public Task<GraphAnswer<IReadOnlyList<ShownMessage>>> MessagesAsync(string folder, int top, CancellationToken cancellation) => connection.AskAsync<IReadOnlyList<ShownMessage>>(
        async () =>
        {
            var page = await connection.Client.Me.MailFolders[folder].Messages.GetAsync(
                r =>
                {
                    r.QueryParameters.Top = top;
                    r.QueryParameters.Select = Properties;
                    r.QueryParameters.Orderby = ["receivedDateTime desc"];
                    r.Headers.Add("Prefer", GraphMailbox.ImmutableIds);
                },
                cancellation).ConfigureAwait(false);
            return page?.Value?.Select(m => Show(m)).ToList();
        },
        "Mail.ReadBasic",
        Patience.Person,
        cancellation);

    public Task<GraphAnswer<ShownMessage>> MessageAsync(string id, CancellationToken cancellation) => connection.AskAsync(
        async () => await GetAsync(id, Properties, cancellation).ConfigureAwait(false) switch
        {
            null => null,
            { IsDraft: true } => Show((await GetAsync(id, [.. Properties, "body"], cancellation).ConfigureAwait(false))!),
            var message => Show(message),
        },
        "Mail.Read",
        Patience.Person,
        cancellation);

    private Task<Message?> GetAsync(string id, string[] properties, CancellationToken cancellation) => connection.Client.Me.Messages[id].GetAsync(
        r =>
        {
            r.QueryParameters.Select = properties;
            r.Headers.Add("Prefer", GraphMailbox.ImmutableIds, "outlook.body-content-type=\"text\"");
        },
        cancellation);

    private static ShownMessage Show(Message message) => new(
        message.Id ?? string.Empty,
        Show(message.From),
        [.. (message.ToRecipients ?? []).Select(Show).OfType<ShownParticipant>()],
        [.. (message.CcRecipients ?? []).Select(Show).OfType<ShownParticipant>()],
        message.Subject ?? string.Empty,
        message.ReceivedDateTime ?? message.SentDateTime ?? message.LastModifiedDateTime ?? default,
        message.IsRead ?? true,
        message.IsDraft ?? false,
        message.IsDraft == true ? message.Body?.Content : null);

    private static ShownParticipant? Show(Recipient? recipient) => recipient?.EmailAddress is { Address: { } address } mailbox
        ? new ShownParticipant(string.IsNullOrWhiteSpace(mailbox.Name) ? address : mailbox.Name, address)
        : null;
}
