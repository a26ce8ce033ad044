using System.Threading.Channels;
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

    /// <summary>The turn of everything but sent items and the inbox.</summary>
    private const int OtherFolders = 2;

    /// <summary>So many pages may wait to be stored; what waits is stored together.</summary>
    private const int PagesAhead = 3;

    private const int NamesAtMost = 5;

    /// <param name="notices">Grows by the folders that may not be read.</param>
    /// <returns>The first problem; what could be read beside it has been.</returns>
    public async Task<GraphProblem?> ReadAsync(long mailboxId, OwnAddresses own, IReadOnlyList<DirectoryEntry>? directory, List<SyncNotice> notices, CancellationToken cancellation)
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
        var forbidden = new List<MailFolderEntry>();
        GraphProblem? first = null;
        foreach (var folder in folders)
        {
            var problem = await ReadFolderAsync(mailboxId, folder, own, cancellation).ConfigureAwait(false);
            if (problem is { Kind: GraphProblemKind.Permission })
            {
                forbidden.Add(folder);
                problem = null;
            }

            first ??= problem;
            if (problem is not null && !await GoesOnAfterAsync(problem, cancellation).ConfigureAwait(false))
            {
                return first;
            }

            // Nearly everybody is in these two; the rest is worked out once, when all has been read.
            if (Turn(folder) < OtherFolders)
            {
                await contexts.UseAsync(db => new ContactWriter(db).ApplyAsync(mailboxId, directory, cancellation), cancellation).ConfigureAwait(false);
            }

            await board.CountAsync(contexts, mailboxId, cancellation).ConfigureAwait(false);
        }

        await contexts.UseAsync(db => new FolderWriter(db).ReconcileAsync(mailboxId, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        if (forbidden.Count > 0)
        {
            notices.Add(NotRead(forbidden));
        }

        return first;
    }

    /// <summary>
    /// One folder may fail for good, and the others are read all the same. Each folder is asked for about a minute before it is given up, so that
    /// with many of them it is first made sure that the service answers at all.
    /// </summary>
    private async Task<bool> GoesOnAfterAsync(GraphProblem problem, CancellationToken cancellation) => problem.Kind switch
    {
        GraphProblemKind.SignIn => false,
        GraphProblemKind.Unavailable => await graph.AnswersAsync(cancellation).ConfigureAwait(false),
        _ => true,
    };

    private static SyncNotice NotRead(List<MailFolderEntry> folders) => new(
        folders.Count == 1 ? "One folder is not read" : $"{folders.Count} folders are not read",
        $"Microsoft 365 does not allow it for {string.Join(", ", folders.Take(NamesAtMost).Select(f => $"«{f.Name}»"))}{(folders.Count > NamesAtMost ? " and more" : "")}; all others are read. Ask your administrator if you miss somebody.");

    private async Task<GraphProblem?> ReadFolderAsync(long mailboxId, MailFolderEntry folder, OwnAddresses own, CancellationToken cancellation)
    {
        for (var beginnings = 0; ; beginnings++)
        {
            var link = (await contexts.UseAsync(db => db.FoldersAsync(mailboxId, cancellation), cancellation).ConfigureAwait(false))[folder.Id].Cursor;
            var problem = await ReadRoundAsync(mailboxId, folder, link, own, cancellation).ConfigureAwait(false);
            switch (problem?.Kind)
            {
                case GraphProblemKind.SyncStateLost when beginnings < BeginningsAtMost:
                    await contexts.UseAsync(db => new FolderWriter(db).BeginAgainAsync(mailboxId, folder.Id, cancellation), cancellation).ConfigureAwait(false);
                    continue;
                case GraphProblemKind.NotFound:
                    return null; // A folder that was deleted meanwhile is no failure; the next reading does not list it.
                default:
                    return problem;
            }
        }
    }

    /// <summary>Reads the pages of a folder and stores them behind: what has come in while others were written is stored together.</summary>
    private async Task<GraphProblem?> ReadRoundAsync(long mailboxId, MailFolderEntry folder, string? link, OwnAddresses own, CancellationToken cancellation)
    {
        var pages = System.Threading.Channels.Channel.CreateBounded<MessagePage>(new BoundedChannelOptions(PagesAhead) { SingleReader = true, SingleWriter = true });
        var storing = Task.Run(() => StoreAsync(mailboxId, pages, cancellation), CancellationToken.None);
        try
        {
            await foreach (var answer in graph.MessagesAsync(folder.Id, link, settings.Reading.PageSize, cancellation).ConfigureAwait(false))
            {
                if (answer.Value is not { } page)
                {
                    return answer.Problem;
                }

                var counted = new MessagePage(Counting.Of(page.Changes, folder.WellKnownName == WellKnownFolders.SentItems, own), folder.Id, page.Link, page.IsLast) { NotedAt = time.GetUtcNow() };
                if (!await pages.Writer.WaitToWriteAsync(cancellation).ConfigureAwait(false) || !pages.Writer.TryWrite(counted))
                {
                    break; // storing has failed, and says how below
                }
            }

            return null;
        }
        finally
        {
            pages.Writer.TryComplete();
            await storing.ConfigureAwait(false);
        }
    }

    private async Task StoreAsync(long mailboxId, Channel<MessagePage> pages, CancellationToken cancellation)
    {
        var told = Task.CompletedTask; // nothing is to wait for what is said on the board
        try
        {
            while (await pages.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
            {
                var together = new List<MessagePage>();
                while (together.Count < PagesAhead && pages.Reader.TryRead(out var page))
                {
                    together.Add(page);
                }

                await contexts.UseAsync(db => new PageWriter(db).WriteAsync(mailboxId, MessagePage.Join(together), cancellation), cancellation).ConfigureAwait(false);
                if (!together[^1].UpToDate)
                {
                    await told.ConfigureAwait(false);
                    told = Task.Run(() => board.CountAsync(contexts, mailboxId, cancellation), CancellationToken.None);
                }
            }
        }
        finally
        {
            pages.Writer.TryComplete(); // nobody waits for a place any more, whatever follows
            await told.ConfigureAwait(false);
        }
    }

    private static int Turn(MailFolderEntry folder) => folder.WellKnownName switch
    {
        WellKnownFolders.SentItems => 0,
        WellKnownFolders.Inbox => 1,
        _ => OtherFolders,
    };
}
