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
/// One reading of the mailbox: the owner, the people, then folder by folder, sent items first so that a useful list stands early, then
/// the meetings. Every page is stored with its cursor, so that a reading that stops goes on where it was.
/// </summary>
internal sealed partial class MailboxReader(
    GraphMailbox graph,
    IDbContextFactory<NetworkContext> contexts,
    CurrentMailbox current,
    SyncBoard board,
    Settings settings,
    TimeProvider time,
    ILogger<MailboxReader> log)
{
    public async Task ReadAsync(CancellationToken cancellation)
    {
        board.Change(s => s with { Running = true, State = SyncState.Reading });
        try
        {
            var problem = await ReadAllAsync(cancellation).ConfigureAwait(false);
            var now = time.GetUtcNow();
            board.Change(s => problem is null
                ? s with { Running = false, State = SyncState.Ready, LastReadAt = now, LastError = null }
                : s with { Running = false, State = SyncState.Failed, LastError = new SyncError(problem.Title, problem.Detail) });
            if (problem is null)
            {
                LogRead(board.Status.MessagesRead, board.Status.MeetingsRead, board.Status.Contacts);
            }
            else
            {
                LogStopped(problem.Kind, problem.Code);
            }
        }
        catch (DbUpdateException error)
        {
            LogStoreFailed(error.GetType().Name);
            StopWith("The mailbox could not be stored", "See that the disk has room; reading goes on where it stopped.");
        }
        catch (System.Data.Common.DbException error)
        {
            LogStoreFailed(error.GetType().Name);
            StopWith("The mailbox could not be stored", "See that the disk has room; reading goes on where it stopped.");
        }
    }

    private void StopWith(string title, string detail) =>
        board.Change(s => s with { Running = false, State = SyncState.Failed, LastError = new SyncError(title, detail) });

    private async Task<GraphProblem?> ReadAllAsync(CancellationToken cancellation)
    {
        var owner = await graph.OwnerAsync(cancellation).ConfigureAwait(false);
        if (owner.Value is not { } me)
        {
            return owner.Problem;
        }

        var mailbox = await StoreAsync(db => db.OpenMailboxAsync(me.Id, me.Name, me.Addresses, cancellation), cancellation).ConfigureAwait(false);
        current.Id = mailbox.Id;
        var own = new OwnAddresses(mailbox.OwnAddresses);

        var listed = await graph.FoldersAsync(cancellation).ConfigureAwait(false);
        if (listed.Value is not { } all)
        {
            return listed.Problem;
        }

        var folders = all.Where(f => f.WellKnownName is not { } name || !WellKnownFolders.NotRead.Contains(name)).OrderBy(Turn).ToList();
        await StoreAsync(db => db.SaveFoldersAsync(mailbox.Id, folders.ToDictionary(f => f.Id, f => f.TotalItems, StringComparer.Ordinal), cancellation), cancellation).ConfigureAwait(false);
        await ReportAsync(mailbox.Id, cancellation).ConfigureAwait(false);

        var people = await graph.PeopleAsync(cancellation).ConfigureAwait(false);
        if (people.Problem is { Kind: not GraphProblemKind.Permission } problem)
        {
            return problem;
        }

        var directory = people.Value ?? [];
        foreach (var folder in folders)
        {
            if (await ReadFolderAsync(mailbox.Id, folder, own, directory, cancellation).ConfigureAwait(false) is { } stopped)
            {
                return stopped;
            }
        }

        return await ReadMeetingsAsync(mailbox, own, directory, cancellation).ConfigureAwait(false);
    }

    private async Task<GraphProblem?> ReadFolderAsync(long mailboxId, MailFolderEntry folder, OwnAddresses own, IReadOnlyList<DirectoryEntry> directory, CancellationToken cancellation)
    {
        var folders = await StoreAsync(db => db.FoldersAsync(mailboxId, cancellation), cancellation).ConfigureAwait(false);
        var link = folders[folder.Id].Cursor;
        var begunAgain = false;
        while (true)
        {
            var answer = await graph.MessagesAsync(folder.Id, link, settings.Reading.PageSize, cancellation).ConfigureAwait(false);
            if (answer.Problem is { Kind: GraphProblemKind.SyncStateLost } && link is not null && !begunAgain)
            {
                begunAgain = true;
                link = null;
                await StoreAsync(db => db.ForgetCursorAsync(mailboxId, folder.Id, cancellation), cancellation).ConfigureAwait(false);
                continue;
            }

            if (answer.Value is not { } page)
            {
                // A folder that was deleted meanwhile is no failure; the next reading does not list it.
                return answer.Problem is { Kind: GraphProblemKind.NotFound } ? null : answer.Problem;
            }

            var stored = new MessagePage(Counting.Count(page.Items, folder.WellKnownName == WellKnownFolders.SentItems, own), folder.Id, page.Received, page.Link, page.IsLast);
            await StoreAsync(db => new PageWriter(db).WriteAsync(mailboxId, stored, cancellation), cancellation).ConfigureAwait(false);
            link = page.Link;
            if (page.IsLast)
            {
                break;
            }

            await ReportAsync(mailboxId, cancellation).ConfigureAwait(false);
        }

        await StoreAsync(db => new DirectoryWriter(db).ApplyAsync(mailboxId, directory, cancellation), cancellation).ConfigureAwait(false);
        await ReportAsync(mailboxId, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>From where the last reading ended, and 30 days more, because invitations are answered and moved after the fact.</summary>
    private async Task<GraphProblem?> ReadMeetingsAsync(MailboxRecord mailbox, OwnAddresses own, IReadOnlyList<DirectoryEntry> directory, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var earliest = now.AddDays(-settings.Reading.HistoryDays);
        var from = mailbox.MeetingsReadUntil?.AddDays(-30) is { } again && again > earliest ? again : earliest;
        var answer = await graph.MeetingsAsync(from, now, settings.Reading.PageSize, cancellation).ConfigureAwait(false);
        if (answer.Value is not { } window)
        {
            return answer.Problem is { Kind: GraphProblemKind.Permission } ? null : answer.Problem;
        }

        var page = new MeetingPage(Counting.Count(window.Meetings, own, now), window.Meetings.Count(m => m.Start >= (mailbox.MeetingsReadUntil ?? earliest)), now);
        await StoreAsync(db => new PageWriter(db).WriteAsync(mailbox.Id, page, cancellation), cancellation).ConfigureAwait(false);
        await StoreAsync(db => new DirectoryWriter(db).ApplyAsync(mailbox.Id, directory, cancellation), cancellation).ConfigureAwait(false);
        await StoreAsync(db => db.FinishReadingAsync(mailbox.Id, now, cancellation), cancellation).ConfigureAwait(false);
        await ReportAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        return null;
    }

    private async Task ReportAsync(long mailboxId, CancellationToken cancellation)
    {
        var (folders, contacts, mailbox) = await StoreAsync(
            async db => (
                await db.FoldersAsync(mailboxId, cancellation).ConfigureAwait(false),
                await db.ContactCountAsync(mailboxId, cancellation).ConfigureAwait(false),
                await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false)),
            cancellation).ConfigureAwait(false);
        var read = folders.Values.Sum(f => f.MessagesRead);
        var total = Math.Max(read, folders.Values.Sum(f => f.MessagesTotal));
        board.Change(s => s with { MessagesRead = read, MessagesTotal = total, Contacts = contacts, MeetingsRead = mailbox?.MeetingsRead ?? 0 });
    }

    private static int Turn(MailFolderEntry folder) => folder.WellKnownName switch
    {
        WellKnownFolders.SentItems => 0,
        WellKnownFolders.Inbox => 1,
        _ => 2,
    };

    private async Task<T> StoreAsync<T>(Func<NetworkContext, Task<T>> work, CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            return await work(db).ConfigureAwait(false);
        }
    }

    private Task<bool> StoreAsync(Func<NetworkContext, Task> work, CancellationToken cancellation) => StoreAsync(
        async db =>
        {
            await work(db).ConfigureAwait(false);
            return true;
        },
        cancellation);

    [LoggerMessage(LogLevel.Information, "Mailbox read: {Messages} messages and {Meetings} meetings with {Contacts} contacts so far.")]
    private partial void LogRead(int messages, int meetings, int contacts);

    [LoggerMessage(LogLevel.Warning, "Reading stopped: {Kind} ({Code}). The next reading goes on from here.")]
    private partial void LogStopped(GraphProblemKind kind, string code);

    [LoggerMessage(LogLevel.Error, "Reading stopped: the store failed ({Error}). The next reading goes on from the last stored page.")]
    private partial void LogStoreFailed(string error);
}
