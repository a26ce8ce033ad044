using InboxNetworker.Api.Hosting;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using InboxNetworker.Graph;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>One reading of the mailbox: the owner, the people, the mail, the calendar. What is not allowed is told, and the rest read.</summary>
internal sealed partial class MailboxReader(
    GraphMailbox graph,
    MailReading mail,
    CalendarReading calendar,
    Subscriber subscriber,
    IDbContextFactory<NetworkContext> contexts,
    CurrentMailbox current,
    SyncBoard board,
    TimeProvider time,
    ILogger<MailboxReader> log)
{
    private static readonly TimeSpan BetweenCalibrations = TimeSpan.FromDays(1);

    /// <summary>Whatever happens, what was read before stands, and the board says how it went.</summary>
    /// <returns>Whether to try again by itself: not once the owner has to sign in first.</returns>
    /// <param name="another">Whether another reading follows at once: until that one has ended, the board says that reading goes on.</param>
    public async Task<bool> ReadAsync(Func<bool> another, CancellationToken cancellation)
    {
        board.Change(s => s with { Running = true, State = SyncState.Reading });
        try
        {
            var notices = new List<SyncNotice>();
            var problem = await ReadAllAsync(notices, cancellation).ConfigureAwait(false);
            if (problem is null)
            {
                board.Change(s => s with { Running = another(), State = SyncState.Ready, LastReadAt = time.GetUtcNow(), LastError = null, Notices = notices });
                LogRead(board.Status.MessagesRead, board.Status.MeetingsRead, board.Status.Contacts);
            }
            else
            {
                LogStopped(problem.Kind, problem.Code);
                board.Change(s => s with { Notices = notices });
                Stop(new SyncError(problem.Title, problem.Detail), another());
                return problem.Kind != GraphProblemKind.SignIn || !SignInProblem.IsFinal(problem.Code);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            board.Change(s => s with { Running = false, State = SyncState.Waiting });
        }
        catch (Exception error) when (StoreTrouble.In(error) is { } failure)
        {
            LogStoreFailed(failure.GetType().Name, failure.ErrorCode);
            Stop(StoreTrouble.Explain(failure), another());
        }
#pragma warning disable CA1031 // A bug in one reading must not end the next one, nor the program.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogBroke(error.GetType().Name, error.StackTrace ?? string.Empty);
            Stop(new SyncError("Reading stopped", "Nothing was lost; the next reading goes on where this one stopped. If it happens again, the program's log says where."), another());
        }

        return true;
    }

    private void Stop(SyncError error, bool another) => board.Change(s => s with { Running = another, State = SyncState.Failed, LastError = error });

    private async Task<GraphProblem?> ReadAllAsync(List<SyncNotice> notices, CancellationToken cancellation)
    {
        var owner = await graph.OwnerAsync(Patience.Background, cancellation).ConfigureAwait(false);
        if (owner.Value is not { } me)
        {
            return owner.Problem;
        }

        if (!current.IsOf(me.Id))
        {
            return SignInProblem.Of("OtherMailbox");
        }

        var mailbox = await contexts.UseAsync(db => db.OpenMailboxAsync(me.Id, me.Name, new OwnPlace(me.Addresses, me.Company, me.Department), cancellation), cancellation).ConfigureAwait(false);
        current.Id = mailbox.Id;
        if (mailbox.LastReadAt is not null && !(time.GetUtcNow() - mailbox.CalibratedAt < BetweenCalibrations))
        {
            // Not at the end of the first reading: the list is waited for, and it keeps its order.
            await contexts.UseAsync(db => db.CalibrateAsync(mailbox.Id, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        }

        await contexts.UseAsync(db => new FolderWriter(db).BeginAgainWhereAskedAsync(mailbox.Id, cancellation), cancellation).ConfigureAwait(false);
        var own = new OwnAddresses(mailbox.OwnAddresses);

        var people = await graph.PeopleAsync(cancellation).ConfigureAwait(false);
        if (WithoutCircle(people.Problem, notices) is { } noPeople)
        {
            return noPeople;
        }

        // What fails in one place does not keep the rest from being read, and is told after it; signed out, nothing else would be answered.
        var noMail = Unless(await mail.ReadAsync(mailbox.Id, own, people.Value, notices, cancellation).ConfigureAwait(false), "Mail is not read; meetings are.", notices);
        if (noMail is { Kind: GraphProblemKind.SignIn })
        {
            return noMail;
        }

        var noCalendar = Unless(await calendar.ReadAsync(mailbox.Id, own, cancellation).ConfigureAwait(false), "Meetings are not read; mail is.", notices);
        if (noCalendar is { Kind: GraphProblemKind.SignIn })
        {
            return noCalendar;
        }

        await contexts.UseAsync(db => new ContactWriter(db).ApplyAsync(mailbox.Id, people.Value, cancellation), cancellation).ConfigureAwait(false);
        await subscriber.KeepAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        await board.CountAsync(contexts, mailbox.Id, cancellation).ConfigureAwait(false);
        if ((noMail ?? noCalendar) is { } problem)
        {
            return problem;
        }

        await contexts.UseAsync(db => new Retention(db).DropAsync(mailbox.Id, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        await contexts.UseAsync(db => db.FinishReadingAsync(mailbox.Id, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>The circle makes a list better and is needed for none: what was known of it before stands.</summary>
    /// <returns>The problem, if reading has to stop for it.</returns>
    private static GraphProblem? WithoutCircle(GraphProblem? problem, List<SyncNotice> notices)
    {
        if (problem is null or { Kind: GraphProblemKind.SignIn or GraphProblemKind.Permission })
        {
            return Unless(problem, "Departments and companies are not shown.", notices);
        }

        notices.Add(new SyncNotice("Your circle could not be read", "Departments and companies are shown as they were known before. The next reading tries again."));
        return null;
    }

    /// <summary>A missing permission stops only what needs it.</summary>
    /// <returns>The problem, if reading has to stop for it.</returns>
    private static GraphProblem? Unless(GraphProblem? problem, string meanwhile, List<SyncNotice> notices)
    {
        if (problem is not { Kind: GraphProblemKind.Permission })
        {
            return problem;
        }

        notices.Add(new SyncNotice(problem.Title, $"{meanwhile} {problem.Detail}"));
        return null;
    }

    [LoggerMessage(LogLevel.Information, "Mailbox read: {Messages} messages and {Meetings} meetings with {Contacts} contacts so far.")]
    private partial void LogRead(int messages, int meetings, int contacts);

    [LoggerMessage(LogLevel.Warning, "Reading stopped: {Kind} ({Code}). The next reading goes on from here.")]
    private partial void LogStopped(GraphProblemKind kind, string code);

    [LoggerMessage(LogLevel.Error, "Reading stopped: the store failed ({Error} {Code}). The next reading goes on from the last stored page.")]
    private partial void LogStoreFailed(string error, int code);

    [LoggerMessage(LogLevel.Error, "Reading broke: {Error}.\n{Where}")]
    private partial void LogBroke(string error, string where);
}
