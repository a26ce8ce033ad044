using InboxNetworker.Api.Hosting;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using InboxNetworker.Graph;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>
/// Reads the mail folder by folder, sent items first and newest first, so that a useful list stands early. Every page is stored with its
/// cursor: a reading that stops goes on where it was.
/// </summary>
internal sealed class MailReading(GraphMailbox graph, IDbContextFactory<NetworkContext> contexts, SyncBoard board, Settings settings, TimeProvider time)
{
    /// <summary>A folder whose place is lost this often within one reading is left for the next one.</summary>
    private const int BeginningsAtMost = 25;

    public async Task<GraphProblem?> ReadAsync(long mailboxId, OwnAddresses own, IReadOnlyList<DirectoryEntry>? directory, CancellationToken cancellation)
    {
        var leftOut = settings.Reading.FoldersLeftOut;
        var listed = await graph.FoldersAsync([WellKnownFolders.SentItems, WellKnownFolders.Inbox, .. leftOut], cancellation).ConfigureAwait(false);
        if (listed.Value is not { } all)
        {
            return listed.Problem;
        }

        var folders = all.Where(f => f.WellKnownName is not { } name || !leftOut.Contains(name)).OrderBy(Turn).ToList();
        await contexts.UseAsync(db => new FolderWriter(db).SaveAsync(mailboxId, folders.ToDictionary(f => f.Id, f => f.TotalItems, StringComparer.Ordinal), cancellation), cancellation).ConfigureAwait(false);
        await board.CountAsync(contexts, mailboxId, cancellation).ConfigureAwait(false);
        foreach (var folder in folders)
        {
            if (await ReadFolderAsync(mailboxId, folder, own, cancellation).ConfigureAwait(false) is { } stopped)
            {
                return stopped;
            }

            await contexts.UseAsync(db => new ContactWriter(db).ApplyAsync(mailboxId, directory, cancellation), cancellation).ConfigureAwait(false);
            await board.CountAsync(contexts, mailboxId, cancellation).ConfigureAwait(false);
        }

        await contexts.UseAsync(db => new FolderWriter(db).ReconcileAsync(mailboxId, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        return null;
    }

    private async Task<GraphProblem?> ReadFolderAsync(long mailboxId, MailFolderEntry folder, OwnAddresses own, CancellationToken cancellation)
    {
        var link = (await contexts.UseAsync(db => db.FoldersAsync(mailboxId, cancellation), cancellation).ConfigureAwait(false))[folder.Id].Cursor;
        var beginnings = 0;
        while (true)
        {
            var answer = await graph.MessagesAsync(folder.Id, link, settings.Reading.PageSize, cancellation).ConfigureAwait(false);
            if (answer.Problem is { Kind: GraphProblemKind.SyncStateLost } && link is not null && ++beginnings <= BeginningsAtMost)
            {
                link = null;
                await contexts.UseAsync(db => new FolderWriter(db).BeginAgainAsync(mailboxId, folder.Id, cancellation), cancellation).ConfigureAwait(false);
                continue;
            }

            if (answer.Value is not { } page)
            {
                // A folder that was deleted meanwhile is no failure; the next reading does not list it.
                return answer.Problem is { Kind: GraphProblemKind.NotFound } ? null : answer.Problem;
            }

            var stored = new MessagePage(Counting.Of(page.Changes, folder.WellKnownName == WellKnownFolders.SentItems, own), folder.Id, page.Link, page.IsLast);
            await contexts.UseAsync(db => new PageWriter(db).WriteAsync(mailboxId, stored, cancellation), cancellation).ConfigureAwait(false);
            if (page.IsLast)
            {
                return null;
            }

            link = page.Link;
            await board.CountAsync(contexts, mailboxId, cancellation).ConfigureAwait(false);
        }
    }

    private static int Turn(MailFolderEntry folder) => folder.WellKnownName switch
    {
        WellKnownFolders.SentItems => 0,
        WellKnownFolders.Inbox => 1,
        _ => 2,
    };
}
