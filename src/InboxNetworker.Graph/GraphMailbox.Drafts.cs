using System.Globalization;
using InboxNetworker.Core.Interactions;
using Microsoft.Graph.Me.Messages.Item.CreateReply;
using Microsoft.Graph.Models;
using EmailAddress = InboxNetworker.Core.Interactions.EmailAddress;
using Participant = InboxNetworker.Core.Interactions.Participant;

namespace InboxNetworker.Graph;

/// <param name="WebLink">Opens it in Outlook on the web; null when the service gives none.</param>
public sealed record SavedDraft(string Id, string? WebLink, string Subject);

/// <summary>The only things written into a mailbox's mail: drafts. None is ever sent.</summary>
public sealed partial class GraphMailbox
{
    /// <summary>So many messages of a conversation are looked through, and no more: nobody waits for a list's thread of ten thousand.</summary>
    private const int LongestThread = 1_000;

    private static readonly string[] OfThread = ["id", "conversationId", "from", "toRecipients", "ccRecipients", "sentDateTime", "isDraft"];

    public Task<GraphAnswer<SavedDraft>> SaveDraftAsync(IReadOnlyList<Participant> to, string subject, string html, CancellationToken cancellation) => connection.AskAsync(
        async () => Saved(await connection.Client.Me.Messages.PostAsync(
            new Message { Subject = subject, Body = new ItemBody { ContentType = BodyType.Html, Content = html }, ToRecipients = Recipients(to) },
            r => r.Headers.Add("Prefer", ImmutableIds),
            cancellation).ConfigureAwait(false)),
        WriteMail,
        Patience.PersonWriting,
        cancellation);

    /// <summary>The newest message of the conversation that a message with somebody belongs to.</summary>
    /// <param name="with">All addresses of theirs.</param>
    /// <param name="at">When the message was sent or received, to the second.</param>
    /// <returns>The message's id; empty where it is not to be found any more.</returns>
    public async Task<GraphAnswer<string>> NewestOfThreadAsync(IReadOnlyCollection<EmailAddress> with, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (var moment in new[] { "sentDateTime", "receivedDateTime" })
        {
            var found = await ThreadAsync($"{moment} ge {Time(at)} and {moment} lt {Time(at.AddSeconds(1))}", cancellation).ConfigureAwait(false);
            if (found.Value is not { } messages)
            {
                return found.As<string>();
            }

            if (messages.FirstOrDefault(m => m.IsDraft != true && m.ConversationId is not null && IsWith(m, with)) is { ConversationId: { } conversation })
            {
                var thread = await ThreadAsync($"conversationId eq '{conversation.Replace("'", "''", StringComparison.Ordinal)}'", cancellation).ConfigureAwait(false);
                return thread.Value is { } all ? new(all.Where(m => m.IsDraft != true).MaxBy(m => m.SentDateTime)?.Id ?? string.Empty, null) : thread.As<string>();
            }
        }

        return new(string.Empty, null);
    }

    /// <summary>A reply as a draft, with the history quoted below it by the service; nobody reads that here.</summary>
    /// <param name="html">Goes into <c>comment</c>: a body of its own would have to bring the quoted history along.</param>
    public Task<GraphAnswer<SavedDraft>> SaveReplyAsync(string messageId, Participant to, string html, CancellationToken cancellation) => connection.AskAsync(
        async () => Saved(await connection.Client.Me.Messages[messageId].CreateReply.PostAsync(
            new CreateReplyPostRequestBody { Comment = html, Message = new Message { ToRecipients = Recipients([to]) } },
            r => r.Headers.Add("Prefer", ImmutableIds),
            cancellation).ConfigureAwait(false)),
        WriteMail,
        Patience.PersonWriting,
        cancellation);

    private async Task<GraphAnswer<IReadOnlyList<Message>>> ThreadAsync(string filter, CancellationToken cancellation)
    {
        var all = new List<Message>();
        string? link = null;
        do
        {
            var answer = await connection.AskAsync(() => PageAsync(link), ReadMail, Patience.Person, cancellation).ConfigureAwait(false);
            if (answer.Value is not { } page)
            {
                return answer.As<IReadOnlyList<Message>>();
            }

            all.AddRange(page.Value ?? []);
            link = page.OdataNextLink;
        }
        while (link is not null && all.Count < LongestThread);

        return new(all, null);

        Task<MessageCollectionResponse?> PageAsync(string? next) => (next is null ? connection.Client.Me.Messages : connection.Client.Me.Messages.WithUrl(next)).GetAsync(
            r =>
            {
                r.Headers.Add("Prefer", ImmutableIds);
                if (next is null)
                {
                    (r.QueryParameters.Filter, r.QueryParameters.Select, r.QueryParameters.Top) = (filter, OfThread, 100);
                }
            },
            cancellation);
    }

    private static bool IsWith(Message message, IReadOnlyCollection<EmailAddress> with) =>
        (message.ToRecipients ?? []).Concat(message.CcRecipients ?? []).Append(message.From)
            .Any(r => EmailAddress.TryParse(r?.EmailAddress?.Address, out var address) && with.Contains(address));

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static SavedDraft? Saved(Message? saved) => saved?.Id is { } id ? new SavedDraft(id, saved.WebLink, saved.Subject ?? string.Empty) : null;

    private static List<Recipient> Recipients(IReadOnlyList<Participant> to) => [.. to.Select(p => new Recipient { EmailAddress = new() { Name = p.Name, Address = p.Address.Value } })];
}
