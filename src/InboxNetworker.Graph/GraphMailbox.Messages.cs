using System.Runtime.CompilerServices;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace InboxNetworker.Graph;

/// <summary>Change tracking over the messages of a folder.</summary>
public sealed partial class GraphMailbox
{
    /// <summary>The service may take too long over a large page, and then does so each time; after so many times half as much is asked for.</summary>
    private const int TimeoutsAtOneSize = 3;

    private const int SmallestPage = 25;

    /// <summary>
    /// The pages of a folder's changes, to the end of the round or the first problem; while one is looked at, the next is on its way.
    /// What the service tells in part is asked for whole.
    /// </summary>
    /// <param name="link">From the page before; null begins from nothing, newest first.</param>
    /// <param name="pageSize">Messages a page, from 1 to 1,000.</param>
    public async IAsyncEnumerable<GraphAnswer<MailPage>> MessagesAsync(string folderId, string? link, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new MessagePageReader(new SeenNames());
        using var bytes = new RawAnswer();
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var coming = Ask(link);
        try
        {
            while (true)
            {
                var answer = await coming.ConfigureAwait(false);
                if (answer.Value is { IsLast: false } more)
                {
                    coming = Ask(more.Link);
                }

                var page = answer.Value is { } told ? await WholeAsync(told, cancellation).ConfigureAwait(false) : answer.As<MailPage>();
                yield return page;
                if (page.Value is not { IsLast: false })
                {
                    yield break;
                }
            }
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<GraphAnswer<ToldPage>> Ask(string? from) => Task.Run(
            () => connection.AskAsync(timeouts => PageAsync(reader, bytes, folderId, from, SizeAfter(timeouts, pageSize), left.Token), ReadMail, Patience.Background, left.Token),
            CancellationToken.None);
    }

    private static int SizeAfter(int timeouts, int pageSize)
    {
        for (; timeouts >= TimeoutsAtOneSize && pageSize > SmallestPage; timeouts -= TimeoutsAtOneSize)
        {
            pageSize = Math.Max(pageSize / 2, SmallestPage);
        }

        return pageSize;
    }

    /// <returns>Null for an answer without a link to go on from.</returns>
    private async Task<ToldPage?> PageAsync(MessagePageReader reader, RawAnswer answer, string folderId, string? link, int pageSize, CancellationToken cancellation)
    {
        var delta = connection.Client.Me.MailFolders[folderId].Messages.Delta;
        await (link is null ? delta : delta.WithUrl(link)).GetAsDeltaGetResponseAsync(
            r =>
            {
                r.Options.Add(new ResponseHandlerOption { ResponseHandler = answer });
                r.Headers.Add("Prefer", ImmutableIds, $"odata.maxpagesize={pageSize}");
                if (link is null)
                {
                    r.QueryParameters.Select = MessageReading.Properties;
                    r.QueryParameters.Orderby = ["receivedDateTime desc"];
                }
            },
            cancellation).ConfigureAwait(false);
        return reader.Read(answer.Bytes);
    }

    /// <summary>Fills in what the page told in part.</summary>
    private async Task<GraphAnswer<MailPage>> WholeAsync(ToldPage page, CancellationToken cancellation)
    {
        foreach (var (position, id) in page.InPart)
        {
            var asked = await connection.AskAsync(() => MessageAsync(id, cancellation), ReadMail, Patience.Background, cancellation).ConfigureAwait(false);
            if (asked.Problem is { Kind: not GraphProblemKind.NotFound })
            {
                return asked.As<MailPage>();
            }

            page.Changes[position] = new MailChange(page.Changes[position].Id, asked.Value is { } message ? MessageReading.ToItem(message) : null, Removed: asked.Value is null);
        }

        return new(new MailPage(page.Changes, page.Link, page.IsLast), null);
    }

    private Task<Message?> MessageAsync(string id, CancellationToken cancellation) => connection.Client.Me.Messages[id].GetAsync(
        r =>
        {
            r.QueryParameters.Select = MessageReading.Properties;
            r.Headers.Add("Prefer", ImmutableIds);
        },
        cancellation);
}
