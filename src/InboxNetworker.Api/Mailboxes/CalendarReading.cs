using InboxNetworker.Api.Hosting;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using InboxNetworker.Graph;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>
/// Reads the calendar in windows, from the coming weeks back into the past; every window is stored by itself. The last weeks are read anew
/// each time, because invitations are answered, moved and cancelled after the fact; all of it once a week.
/// </summary>
/// <remarks>
/// Windows and not the calendar's delta query: a delta gives occurrences without attendees and covers one fixed window, while a window
/// gives the meetings as they are, series expanded. A few hundred events are one request.
/// </remarks>
internal sealed class CalendarReading(GraphMailbox graph, IDbContextFactory<NetworkContext> contexts, SyncBoard board, Settings settings, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(364), Ahead = TimeSpan.FromDays(60), Anew = TimeSpan.FromDays(35), AllAnew = TimeSpan.FromDays(7);

    /// <summary>What is read anew may take something back again; more passes than this are left to the next reading.</summary>
    private const int PassesAtMost = 3;

    public async Task<GraphProblem?> ReadAsync(long mailboxId, OwnAddresses own, CancellationToken cancellation)
    {
        for (var pass = 1; ; pass++)
        {
            var problem = await ReadOnceAsync(mailboxId, own, cancellation).ConfigureAwait(false);
            var mailbox = await MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
            if (problem is not null || mailbox.MeetingsAllReadAt != MeetingPage.ReadAllAnew || pass == PassesAtMost)
            {
                return problem;
            }
        }
    }

    private async Task<GraphProblem?> ReadOnceAsync(long mailboxId, OwnAddresses own, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var mailbox = await MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
        var earliest = now.AddDays(-settings.Reading.HistoryDays);
        var anewFrom = (mailbox.MeetingsReadAt is { } last && last < now ? last : now) - Anew;
        var allAnew = mailbox.MeetingsAllReadAt is { } all && now - all >= AllAnew;
        var first = mailbox.MeetingsAllReadAt is null;
        var lost = false;
        var coming = new List<ComingMeeting>();
        for (var to = now + Ahead; to > earliest;)
        {
            if (to <= anewFrom && mailbox.MeetingsReadBackTo < to && !allAnew)
            {
                to = mailbox.MeetingsReadBackTo.Value; // read before
                continue;
            }

            // The last weeks are a window of their own, as they are read most often.
            var from = Later(Later(to - Window, earliest), to > anewFrom ? anewFrom : earliest);
            var answer = await graph.MeetingsAsync(from, to, settings.Reading.PageSize, cancellation).ConfigureAwait(false);
            if (answer.Value is not { } meetings)
            {
                return answer.Problem;
            }

            coming.AddRange(Counting.Coming(meetings, own, now));
            var complete = from <= earliest && (allAnew || first) && !lost;
            var page = new MeetingPage(Counting.Of(meetings, own, now), from, from <= anewFrom ? now : null, complete ? now : null) { NotedAt = now };
            lost |= await contexts.UseAsync(db => new PageWriter(db).WriteAsync(mailboxId, page, cancellation), cancellation).ConfigureAwait(false);
            mailbox = await MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
            await board.CountAsync(contexts, mailboxId, cancellation).ConfigureAwait(false);
            to = from;
        }

        await contexts.UseAsync(db => new ComingWriter(db).WriteAsync(mailboxId, coming, cancellation), cancellation).ConfigureAwait(false);
        return null;
    }

    private async Task<MailboxRecord> MailboxAsync(long mailboxId, CancellationToken cancellation) =>
        (await contexts.UseAsync(db => db.MailboxAsync(mailboxId, cancellation), cancellation).ConfigureAwait(false))!;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
